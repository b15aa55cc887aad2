package io.github.multicloudcx.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Jobs and history of v4, under both base paths. */
class EarlierJobsTest {
    private static final String UDM = "/udm/v4";
    private static final String DATA_DOWNLOAD = "/data-download/v4";

    private final Sandbox sandbox = Jobs.sandbox();

    @AfterEach
    void close() {
        sandbox.close();
    }

    private Web web() {
        return Web.signedIn(sandbox);
    }

    private JsonNode record(String base, long id) {
        return Web.json(web().get(base + "/export/history/" + id));
    }

    private List<String> titles(String path) {
        JsonNode items = Web.json(web().get(path)).path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path("title").asText())
                .toList();
    }

    private List<String> problems() {
        return sandbox.violations().stream().map(Violation::toString).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {UDM, DATA_DOWNLOAD})
    void run_on_the_clock_and_name_their_file_at_the_end(String base) {
        var accepted = web().postJson(base + "/export/jobs", Jobs.v4("nightly"));
        assertThat(accepted.statusCode()).isEqualTo(202);
        JsonNode info = Web.json(accepted);
        assertThat(info.path("title").asText()).isEqualTo("nightly");
        assertThat(info.path("type").asText()).isEqualTo("UCS");
        assertThat(info.path("media")).hasSize(2);
        assertThat(info.has("exportAttachments")).isFalse();
        long id = info.path("id").asLong();
        sandbox.clock().advance(Duration.ofSeconds(1));
        assertThat(web().get(base + "/export/history/" + id + "/progress").body())
                .isEqualTo("{\"progress\":25,\"status\":\"RUNNING\"}");

        sandbox.clock().advance(Duration.ofSeconds(3));

        assertThat(record(base, id).path("status").asText()).isEqualTo("COMPLETED");
        assertThat(record(base, id).path("fileName").asText()).isEqualTo("UCS-Contact-1.smime");
        assertThat(record(base, id).has("exportAttachments")).isFalse();
        sandbox.assertNoViolations();
    }

    @Test
    void are_the_same_jobs_in_every_generation() {
        Jobs.create(sandbox, UDM, Jobs.v4("a"));
        Jobs.create(sandbox, DATA_DOWNLOAD, Jobs.v4("b"));
        Jobs.create(sandbox, Jobs.contacts("c"));

        assertThat(titles("/udm/v10/export/jobs")).containsExactly("a", "b", "c");
        assertThat(titles(UDM + "/export/history")).containsExactly("a", "b", "c");
        assertThat(titles(DATA_DOWNLOAD + "/export/jobs")).containsExactly("a", "b", "c");
    }

    @ParameterizedTest
    @ValueSource(strings = {UDM, DATA_DOWNLOAD})
    void suspended_is_a_string(String base) {
        long id = Jobs.create(sandbox, base, Jobs.v4("a", Jobs.NOW, "{\"type\":\"Contact\",\"media\":[]}", "true"));

        assertThat(record(base, id).path("status").asText()).isEqualTo("SUSPENDED");
        assertThat(web().post(base + "/export/jobs/resume/" + id).statusCode()).isEqualTo(200);
        assertThat(record(base, id).path("status").asText()).isEqualTo("RUNNING");
        var odd = web().postJson(
                        base + "/export/jobs", Jobs.v4("a", Jobs.NOW, "{\"type\":\"Contact\",\"media\":[]}", "maybe"));
        assertThat(odd.statusCode()).isEqualTo(400);
        assertThat(odd.body()).contains("suspended is neither true nor false: maybe");
        sandbox.assertNoViolations();
    }

    @ParameterizedTest
    @ValueSource(strings = {UDM, DATA_DOWNLOAD})
    void a_split_size_is_understood_at_the_top_too(String base) {
        String body = Jobs.v4("a").replace("\"title\"", "\"fileSplitSize\":\"1\",\"title\"");
        long id = Jobs.create(sandbox, base, body);
        sandbox.clock().advance(Jobs.RUN);

        assertThat(record(base, id).path("fileSplitSize").asText()).isEqualTo("1");
        assertThat(sandbox.udm().fileNames()).hasSizeGreaterThan(1).contains("UCS-Contact-1-part2.smime");
        sandbox.assertNoViolations();
    }

    @ParameterizedTest
    @ValueSource(strings = {UDM, DATA_DOWNLOAD})
    void without_a_body_nothing_is_created(String base) {
        assertThat(web().post(base + "/export/jobs").statusCode()).isEqualTo(400);
        assertThat(sandbox.udm().jobIds()).isEmpty();
        sandbox.assertNoViolations();
    }

    @Test
    void can_be_changed_until_they_start() {
        String later = "{\"startDate\":\"2026-01-05T11:00:00Z\"}";
        long id = Jobs.create(sandbox, UDM, Jobs.v4("a", later, "{\"type\":\"Contact\",\"media\":[]}", "false"));

        var first = web().putJson(
                        UDM + "/export/jobs/" + id,
                        Jobs.withType(Jobs.v4("b", later, "{\"type\":\"Contact\",\"media\":[]}", "false")));
        var second = web().putJson(DATA_DOWNLOAD + "/export/jobs/" + id, Jobs.v4("c"));

        assertThat(Web.json(first).path("title").asText()).isEqualTo("b");
        assertThat(Web.json(second).path("title").asText()).isEqualTo("c");
        assertThat(web().putJson(DATA_DOWNLOAD + "/export/jobs/" + id, Jobs.v4("d"))
                        .statusCode())
                .isEqualTo(400);
        sandbox.assertNoViolations();
    }

    @ParameterizedTest
    @ValueSource(strings = {UDM, DATA_DOWNLOAD})
    void cancelled_they_stay_so_and_can_be_deleted(String base) {
        long id = Jobs.create(sandbox, base, Jobs.v4("a"));

        var cancelled = web().post(base + "/export/jobs/cancel/" + id);

        assertThat(cancelled.statusCode()).isEqualTo(200);
        assertThat(cancelled.body()).isEmpty();
        assertThat(record(base, id).path("status").asText()).isEqualTo("CANCELLED");
        assertThat(web().delete(base + "/export/jobs/" + id).statusCode()).isEqualTo(204);
        assertThat(web().get(base + "/export/jobs/" + id).statusCode()).isEqualTo(404);
        assertThat(web().delete(base + "/export/history/" + id).statusCode()).isEqualTo(204);
        assertThat(web().get(base + "/export/history/" + id).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {UDM, DATA_DOWNLOAD})
    void bulk_deletes_name_what_they_left(String base) {
        long id = Jobs.create(sandbox, base, Jobs.v4("a"));

        for (String things : List.of("/export/jobs", "/export/history")) {
            var left = web().delete(base + things + "?jobIDs=" + id + ",99");
            assertThat(left.statusCode()).isEqualTo(500);
            assertThat(left.body()).isEqualTo("[\"1\",\"99\"]");
        }
        sandbox.clock().advance(Jobs.RUN);
        assertThat(web().delete(base + "/export/jobs?jobIDs=" + id).statusCode())
                .isEqualTo(204);
        assertThat(web().delete(base + "/export/history?jobIDs=" + id).statusCode())
                .isEqualTo(204);
        assertThat(web().get(base + "/export/history").statusCode()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {UDM, DATA_DOWNLOAD})
    void are_filtered_ordered_and_paged(String base) {
        Jobs.create(sandbox, base, Jobs.v4("Nightly b"));
        Jobs.create(sandbox, base, Jobs.v4("nightly a"));
        Jobs.create(sandbox, base, Jobs.v4("other", Jobs.NOW, "{\"type\":\"Contact\",\"media\":[]}", "true"));

        assertThat(titles(base + "/export/jobs?title=NIGHT&orderField=title&descAsc=true"))
                .containsExactly("nightly a", "Nightly b");
        assertThat(titles(base + "/export/jobs?suspend=true&scheduleType=immediately&type=uc"))
                .containsExactly("other");
        assertThat(titles(base + "/export/history?from=1&size=1")).containsExactly("nightly a");
        sandbox.clock().advance(Jobs.RUN);
        assertThat(titles(base + "/export/history?status=COMPLETED&fileName=contact-2&type=C"))
                .containsExactly("nightly a");
        sandbox.assertNoViolations();
    }

    @Test
    void filters_of_v10_are_not_documented() {
        web().get(UDM + "/export/jobs?source=UCS");
        web().get(UDM + "/export/history?jobId=1");
        web().get(DATA_DOWNLOAD + "/export/history?bgUpdate=true");
        web().get(DATA_DOWNLOAD + "/export/jobs?from=first");

        assertThat(problems())
                .containsExactly(
                        "listExportJobsV4: query source is not documented",
                        "listExportHistoryV4: query jobId is not documented",
                        "cddsListExportHistoryV4: query bgUpdate is not documented",
                        "cddsListExportJobsV4: query from is not an integer: first");
    }

    @Test
    void filters_that_are_not_documented_do_nothing_when_they_are_let_through() {
        try (Sandbox lenient = Jobs.ready(Sandbox.builder().rejectViolations(false))) {
            lenient.udm().addFinishedJobs(1);

            var page = Web.signedIn(lenient).get(UDM + "/export/jobs?source=other");

            assertThat(Web.json(page).path("count").asInt()).isEqualTo(1);
            assertThat(lenient.violations()).hasSize(1);
        }
    }

    @Test
    void bodies_of_v10_are_not_documented() {
        web().postJson(UDM + "/export/jobs", Jobs.contacts("a"));
        web().postJson(
                        DATA_DOWNLOAD + "/export/jobs",
                        Jobs.v4(
                                "a",
                                Jobs.NOW,
                                "{\"type\":\"Contact\",\"media\":[],\"exportAttachments\":true}",
                                "false"));

        assertThat(problems())
                .containsExactly(
                        "createExportJobV4: body $.suspended boolean found, string expected",
                        "createExportJobV4: body $.type is not documented",
                        "cddsCreateExportJobV4: body $.jobParams.exportAttachments is not documented");
    }

    @Test
    void only_udm_wants_a_type_when_a_job_is_changed() {
        web().putJson(UDM + "/export/jobs/1", Jobs.v4("a"));
        web().putJson(DATA_DOWNLOAD + "/export/jobs/1", Jobs.withType(Jobs.v4("a")));

        assertThat(problems())
                .containsExactly(
                        "updateExportJobV4: body $.type is required",
                        "cddsUpdateExportJobV4: body $.type is not documented");
    }

    @ParameterizedTest
    @ValueSource(strings = {UDM, DATA_DOWNLOAD})
    void need_a_token_like_all_others(String base) {
        assertThat(Web.keyed(sandbox).get(base + "/export/jobs").statusCode()).isEqualTo(401);
        assertThat(Web.signedIn(sandbox)
                        .with("x-api-key", "wrong")
                        .text("GET", base + "/export/jobs", BodyPublishers.noBody())
                        .statusCode())
                .isEqualTo(403);
    }
}
