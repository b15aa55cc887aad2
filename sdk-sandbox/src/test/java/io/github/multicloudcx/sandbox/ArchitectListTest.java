package io.github.multicloudcx.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of flows. */
class ArchitectListTest {
    private static final String SETTINGS = "{\"routing\":{\"type\":\"a\"},\"configurationMatrix\":{}}";

    private final Sandbox sandbox =
            Sandbox.builder().clock(SandboxClock.manual(Jobs.START)).start();
    private final ArchitectControl architect = sandbox.architect();

    @AfterEach
    void close() {
        sandbox.close();
    }

    private HttpResponse<String> list(String query) {
        return ArchitectWeb.web(sandbox).get(ArchitectWeb.FLOWS + query);
    }

    private JsonNode only(String query) {
        JsonNode entities = Web.json(list(query)).path("entities");
        assertThat(entities).hasSize(1);
        return entities.get(0);
    }

    private void add(int count) {
        IntStream.range(0, count).forEach(i -> architect.addFlow("f" + i, "Flow " + i, SETTINGS));
    }

    @Test
    void one_flow_is_there_from_the_start() {
        assertThat(only("?expand=settings"))
                .isEqualTo(Web.json("{\"id\":\"" + ArchitectWeb.DEMO + "\",\"name\":\"Primary Architecture Flow\","
                        + "\"description\":\"Org routing configuration\",\"version\":14,"
                        + "\"createdDate\":\"2023-11-15T08:30:00.000Z\",\"modifiedDate\":\"2024-01-10T14:22:00.000Z\","
                        + "\"settings\":{\"routing\":{\"type\":\"longestAvailable\"}}}"));
        assertThat(architect.flowIds()).containsExactly(ArchitectWeb.DEMO);
        assertThat(architect.version(ArchitectWeb.DEMO)).isEqualTo(14);
        assertThat(architect.settings(ArchitectWeb.DEMO)).isEqualTo("{\"routing\":{\"type\":\"longestAvailable\"}}");
        assertThat(architect.history(ArchitectWeb.DEMO))
                .containsExactly(new FlowVersion(14, architect.settings(ArchitectWeb.DEMO), "another editor"));
        sandbox.assertNoViolations();
    }

    @Test
    void flows_are_added_with_their_first_version() {
        architect.addFlow("b", "Second", SETTINGS);

        assertThat(only("?name=Second&expand=settings"))
                .isEqualTo(Web.json("{\"id\":\"b\",\"name\":\"Second\",\"version\":1,\"createdDate\":\""
                        + "2026-01-05T10:00:00.000Z\",\"modifiedDate\":\"2026-01-05T10:00:00.000Z\",\"settings\":"
                        + SETTINGS + "}"));
        assertThat(architect.flowIds()).containsExactly(ArchitectWeb.DEMO, "b");
        assertThatThrownBy(() -> architect.addFlow("b", "Third", "{}")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> architect.addFlow("c", "Third", "[]")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> architect.addFlow("c", "Third", "{")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> architect.version("c")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"'',25 25 3", "pageSize=1&name=Flow%201,1 1 1 1 1 1 1 1 1 1 1", "pageSize=52,52 1", "pageSize=53,53"})
    void pages_follow_each_other_until_there_is_no_token(String query, String sizes) {
        add(52);
        List<String> found = new ArrayList<>();
        List<String> counts = new ArrayList<>();
        String token = "";
        do {
            HttpResponse<String> page =
                    list("?" + query + (token.isEmpty() ? "" : "&continuationToken=" + Web.encode(token)));
            found.addAll(ArchitectWeb.ids(page));
            counts.add(Integer.toString(ArchitectWeb.ids(page).size()));
            token = Web.json(page).path("continuationToken").asText("");
        } while (!token.isEmpty());

        assertThat(String.join(" ", counts)).isEqualTo(sizes);
        List<String> expected = query.contains("name")
                ? architect.flowIds().stream().filter(id -> id.startsWith("f1")).toList()
                : architect.flowIds();
        assertThat(found).isEqualTo(expected);
        sandbox.assertNoViolations();
    }

    @Test
    void a_flow_that_is_added_between_two_pages_is_on_the_last() {
        add(1);
        String token = Web.json(list("?pageSize=1")).path("continuationToken").asText();
        architect.addFlow("late", "Late", "{}");

        assertThat(ArchitectWeb.ids(list("?continuationToken=" + token))).containsExactly("f0", "late");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "", "MA"})
    void an_unknown_token_is_not_found(String token) {
        HttpResponse<String> response = list("?continuationToken=" + token);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(Web.json(response).path("message").asText()).isEqualTo("There is no such page");
        sandbox.assertNoViolations();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void a_page_size_that_makes_no_sense_is_the_usual_one(int size) {
        add(30);

        assertThat(ArchitectWeb.ids(list("?pageSize=" + size))).hasSize(25);
    }

    @Test
    void a_name_is_looked_for_in_any_case_and_within_names() {
        architect.addFlow("a", "Main", "{}");
        architect.addFlow("b", "domain", "{}");

        assertThat(ArchitectWeb.ids(list("?name=MAIN"))).containsExactly("a", "b");
        assertThat(ArchitectWeb.ids(list("?name="))).hasSize(3);
    }

    @Test
    void what_is_not_found_is_an_empty_page_or_404() {
        HttpResponse<String> empty = list("?name=nothing");
        assertThat(empty.statusCode()).isEqualTo(200);
        assertThat(empty.body()).isEqualTo("{\"entities\":[]}");

        architect.forms().nothingFoundIs404(true);

        HttpResponse<String> missing = list("?name=nothing");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(Web.json(missing).path("message").asText()).isEqualTo("No flow was found");
        assertThat(list("?name=primary").statusCode()).isEqualTo(200);
        sandbox.assertNoViolations();
    }

    @Test
    void settings_are_shown_as_far_as_they_are_expanded() {
        architect.addFlow("a", "Main", SETTINGS);
        architect.addFlow("b", "Bare", "{}");

        assertThat(only("?name=Main").has("settings")).isFalse();
        assertThat(only("?name=Main&expand=other").has("settings")).isFalse();
        assertThat(only("?name=Main&expand=routing").path("settings"))
                .isEqualTo(Web.json("{\"routing\":{\"type\":\"a\"}}"));
        assertThat(only("?name=Bare&expand=routing").path("settings")).isEqualTo(Web.json("{}"));
        for (String both : List.of("routing,settings", "settings", "settings%2C%20routing")) {
            assertThat(only("?name=Main&expand=" + both).path("settings")).isEqualTo(Web.json(SETTINGS));
        }
        architect.forms().entitiesWithoutSettings(true);
        assertThat(only("?name=Main&expand=routing,settings").has("settings")).isFalse();
        sandbox.assertNoViolations();
    }

    @Test
    void the_token_may_be_called_as_in_the_tutorial() {
        add(1);
        architect.forms().continuationTokenInSnakeCase(true);

        JsonNode page = Web.json(list("?pageSize=1"));

        assertThat(page.has("continuationToken")).isFalse();
        assertThat(ArchitectWeb.ids(list(
                        "?continuationToken=" + page.path("continuation_token").asText())))
                .containsExactly("f0");
    }

    @Test
    void names_in_the_style_of_python_are_violations() {
        assertThat(list("?page_size=1").statusCode()).isEqualTo(400);

        assertThat(sandbox.violations()).hasToString("[listFlows: query page_size is not documented]");
    }
}
