package io.github.multicloudcx.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Updates of flows, and reloads. */
class ArchitectPatchTest {
    private static final String ROUTING = "{\"routing\":{\"type\":\"longestAvailable\"}}";
    private static final String MATRIX = "{\"configurationMatrix\":{\"parameter_01\":{\"key\":\"a\",\"value\":true}}}";

    private final SandboxClock clock = SandboxClock.manual(Jobs.START);
    private final Sandbox sandbox = Sandbox.builder().clock(clock).start();
    private final ArchitectControl architect = sandbox.architect();

    @AfterEach
    void close() {
        sandbox.close();
    }

    private List<Integer> versions() {
        return architect.history(ArchitectWeb.DEMO).stream()
                .map(FlowVersion::version)
                .toList();
    }

    @Test
    void the_next_version_replaces_the_settings_as_a_whole() {
        HttpResponse<String> response = ArchitectWeb.patch(
                ArchitectWeb.web(sandbox),
                ArchitectWeb.DEMO,
                "{\"orgId\":\"" + architect.organizationId() + "\",\"flowId\":\"" + ArchitectWeb.DEMO
                        + "\",\"settings\":" + MATRIX + ",\"version\":15}");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Web.json(response))
                .isEqualTo(Web.json("{\"id\":\"" + ArchitectWeb.DEMO + "\",\"name\":\"Primary Architecture Flow\","
                        + "\"description\":\"Org routing configuration\",\"version\":15,"
                        + "\"createdDate\":\"2023-11-15T08:30:00.000Z\",\"modifiedDate\":\"2026-01-05T10:00:00.000Z\","
                        + "\"settings\":" + MATRIX + "}"));
        assertThat(architect.settings(ArchitectWeb.DEMO)).isEqualTo(MATRIX);
        assertThat(architect.history(ArchitectWeb.DEMO))
                .containsExactly(
                        new FlowVersion(14, ROUTING, "another editor"),
                        new FlowVersion(15, MATRIX, architect.clientId()));
        sandbox.assertNoViolations();
    }

    @Test
    void every_other_version_is_a_conflict_that_names_both() {
        for (int version : new int[] {0, 14, 16}) {
            HttpResponse<String> response = ArchitectWeb.patch(sandbox, version, MATRIX);

            assertThat(response.statusCode()).isEqualTo(409);
            JsonNode body = Web.json(response);
            assertThat(body.path("message").asText())
                    .isEqualTo("The flow has version 14, which version " + version + " does not follow");
            assertThat(body.path("currentVersion").asInt()).isEqualTo(14);
            assertThat(body.path("sentVersion").asInt()).isEqualTo(version);
        }
        assertThat(architect.version(ArchitectWeb.DEMO)).isEqualTo(14);
        sandbox.assertNoViolations();
    }

    @Test
    void an_unknown_flow_is_not_found_and_a_foreign_organization_forbidden() {
        HttpResponse<String> unknown =
                ArchitectWeb.patch(ArchitectWeb.web(sandbox), "other", ArchitectWeb.body(15, "{}"));
        HttpResponse<String> foreign = ArchitectWeb.patch(
                ArchitectWeb.web(sandbox),
                ArchitectWeb.DEMO,
                "{\"orgId\":\"00000000-0000-0000-0000-000000000000\",\"settings\":{},\"version\":15}");

        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(Web.json(unknown).path("message").asText()).isEqualTo("There is no flow other");
        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(Web.json(foreign).path("message").asText()).contains("00000000-0000-0000-0000-000000000000");
        assertThat(architect.version(ArchitectWeb.DEMO)).isEqualTo(14);
        sandbox.assertNoViolations();
    }

    @Test
    void a_body_for_another_flow_is_a_violation() {
        HttpResponse<String> response = ArchitectWeb.patch(
                ArchitectWeb.web(sandbox),
                ArchitectWeb.DEMO,
                "{\"flowId\":\"" + architect.organizationId() + "\",\"settings\":{},\"version\":15}");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(sandbox.violations()).hasToString("[patchFlow: body $.flowId is not the one of the path]");
    }

    @Test
    void what_breaks_the_contract_is_refused_in_any_case() {
        try (Sandbox lenient = Sandbox.builder().rejectViolations(false).start()) {
            Web web = ArchitectWeb.web(lenient);
            String other = "{\"flowId\":\"other\",\"settings\":{},\"version\":15}";

            assertThat(ArchitectWeb.patch(web, ArchitectWeb.DEMO, other).statusCode())
                    .isEqualTo(409);
            for (String body :
                    List.of("{", "[]", "{\"version\":15}", "{\"settings\":{}}", ArchitectWeb.body(15, "1"))) {
                assertThat(ArchitectWeb.patch(web, ArchitectWeb.DEMO, body).statusCode())
                        .isEqualTo(400);
            }
            assertThat(lenient.architect().version(ArchitectWeb.DEMO)).isEqualTo(14);
        }
    }

    @Test
    void removed_keys_may_stay() {
        architect.forms().keepsRemovedKeys(true);

        JsonNode answer = Web.json(ArchitectWeb.patch(
                sandbox, 15, "{\"routing\":{\"maxWaitTime\":600},\"scopeDirectives\":{\"applyTo\":[\"queue\"]}}"));
        assertThat(ArchitectWeb.patch(sandbox, 16, "{\"scopeDirectives\":{\"applyTo\":[]}}")
                        .statusCode())
                .isEqualTo(200);

        assertThat(answer.path("settings"))
                .isEqualTo(Web.json("{\"routing\":{\"type\":\"longestAvailable\",\"maxWaitTime\":600},"
                        + "\"scopeDirectives\":{\"applyTo\":[\"queue\"]}}"));
        assertThat(Web.json(architect.settings(ArchitectWeb.DEMO)))
                .isEqualTo(Web.json("{\"routing\":{\"type\":\"longestAvailable\",\"maxWaitTime\":600},"
                        + "\"scopeDirectives\":{\"applyTo\":[]}}"));
    }

    @Test
    void the_answer_may_lack_the_settings() {
        architect.forms().patchAnswersWithoutSettings(true);

        JsonNode answer = Web.json(ArchitectWeb.patch(sandbox, 15, MATRIX));

        assertThat(answer.has("settings")).isFalse();
        assertThat(answer.path("version").asInt()).isEqualTo(15);
        assertThat(architect.settings(ArchitectWeb.DEMO)).isEqualTo(MATRIX);
    }

    @Test
    void fifty_clients_at_once_lose_nothing() throws Exception {
        List<Future<?>> clients = new ArrayList<>();
        IntStream.range(0, 50)
                .forEach(i -> clients.add(Runner.THREADS.submit(() -> putUntilAccepted("parameter_" + i))));
        for (Future<?> client : clients) {
            client.get();
        }

        assertThat(Web.json(architect.settings(ArchitectWeb.DEMO)).path("configurationMatrix"))
                .hasSize(50);
        assertThat(versions()).isEqualTo(IntStream.rangeClosed(14, 64).boxed().toList());
        sandbox.assertNoViolations();
    }

    private void putUntilAccepted(String key) {
        int status;
        do {
            JsonNode flow = Web.json(ArchitectWeb.web(sandbox).get(ArchitectWeb.FLOWS + "?expand=settings"))
                    .at("/entities/0");
            ObjectNode settings = flow.path("settings").deepCopy();
            settings.withObject("/configurationMatrix").putObject(key).put("value", true);
            status = ArchitectWeb.patch(sandbox, flow.path("version").asInt() + 1, settings.toString())
                    .statusCode();
            assertThat(status).isIn(200, 409);
        } while (status != 200);
    }

    @Test
    void updates_are_limited_by_the_clock() {
        architect.updatesPerMinute(2);
        assertThat(ArchitectWeb.patch(sandbox, 15, "{}").statusCode()).isEqualTo(200);
        assertThat(ArchitectWeb.patch(sandbox, 15, "{}").statusCode()).isEqualTo(409);
        clock.advance(Duration.ofMillis(2500));

        HttpResponse<String> refused = ArchitectWeb.patch(sandbox, 16, "{}");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("58");
        assertThat(Web.json(refused).path("code").asText()).isEqualTo("too.many.requests");
        assertThat(ArchitectWeb.web(sandbox).get(ArchitectWeb.FLOWS).statusCode())
                .isEqualTo(200);

        architect.forms().retryAfterAsDate(true);
        assertThat(ArchitectWeb.patch(sandbox, 16, "{}").headers().firstValue("Retry-After"))
                .hasValue("Mon, 05 Jan 2026 10:01:01 GMT");
        architect.forms().retryAfterMissing(true);
        HttpResponse<String> bare = ArchitectWeb.patch(sandbox, 16, "{}");
        assertThat(bare.statusCode()).isEqualTo(429);
        assertThat(bare.headers().firstValue("Retry-After")).isEmpty();

        clock.advance(Duration.ofSeconds(58));
        assertThat(ArchitectWeb.patch(sandbox, 16, "{}").statusCode()).isEqualTo(200);
        sandbox.assertNoViolations();
    }

    @Test
    void a_limit_is_at_least_one() {
        for (int updates : new int[] {0, -1}) {
            assertThatThrownBy(() -> architect.updatesPerMinute(updates)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(ArchitectWeb.patch(sandbox, 15, "{}").statusCode()).isEqualTo(200);
    }

    @Test
    void reloads_are_counted_and_answered_as_told() {
        String body = "{\"orgId\":\"00000000-0000-0000-0000-000000000000\"}";
        for (int status : new int[] {202, 200, 204}) {
            architect.forms().reloadStatus(status);
            HttpResponse<String> response =
                    ArchitectWeb.web(sandbox).postJson(ArchitectWeb.RELOAD, status == 202 ? "{}" : body);

            assertThat(response.statusCode()).isEqualTo(status);
            assertThat(response.body()).isEmpty();
        }
        assertThat(architect.reloads())
                .containsExactly(
                        architect.organizationId(),
                        "00000000-0000-0000-0000-000000000000",
                        "00000000-0000-0000-0000-000000000000");
        assertThatThrownBy(() -> architect.forms().reloadStatus(500)).isInstanceOf(IllegalArgumentException.class);
        sandbox.assertNoViolations();
    }

    @Test
    void a_reload_is_accepted_unless_told_otherwise() {
        assertThat(ArchitectWeb.web(sandbox).postJson(ArchitectWeb.RELOAD, "{}").statusCode())
                .isEqualTo(202);
    }

    @Test
    void an_update_is_made_although_its_answer_is_lost() {
        sandbox.faults().on("patchFlow").loseAnswer();

        assertThatThrownBy(() -> ArchitectWeb.patch(sandbox, 15, MATRIX)).isInstanceOf(UncheckedIOException.class);

        assertThat(architect.settings(ArchitectWeb.DEMO)).isEqualTo(MATRIX);
        assertThat(versions()).containsExactly(14, 15);
    }

    @Test
    void faults_meet_each_operation() {
        sandbox.faults().on("patchFlow").status(503).on("listFlows").expiredToken();
        sandbox.faults()
                .on("reloadFlows")
                .status(500)
                .on("requestClientCredentialsToken")
                .status(502);
        Web web = ArchitectWeb.web(sandbox);

        assertThat(ArchitectWeb.patch(sandbox, 15, MATRIX).statusCode()).isEqualTo(503);
        assertThat(web.get(ArchitectWeb.FLOWS).statusCode()).isEqualTo(401);
        assertThat(web.get(ArchitectWeb.FLOWS).statusCode()).isEqualTo(401);
        assertThat(ArchitectWeb.web(sandbox).get(ArchitectWeb.FLOWS).statusCode())
                .isEqualTo(200);
        assertThat(ArchitectWeb.web(sandbox).postJson(ArchitectWeb.RELOAD, "{}").statusCode())
                .isEqualTo(500);
        assertThat(Web.bare(sandbox)
                        .postJson(ArchitectWeb.TOKEN, "{\"grant_type\":\"client_credentials\"}")
                        .statusCode())
                .isEqualTo(502);
        assertThat(versions()).containsExactly(14);
        assertThat(architect.reloads()).isEmpty();
    }
}
