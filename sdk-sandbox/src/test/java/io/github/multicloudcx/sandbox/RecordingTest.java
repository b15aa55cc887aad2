package io.github.multicloudcx.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Interaction Recording. */
class RecordingTest {
    private static final String APPLY = "{\"operationName\":\"applyNonDelete\"}";
    private static final String UNAPPLY = "{\"operationName\":\"unapplyNonDelete\"}";

    private final Sandbox sandbox = Sandbox.builder().rejectViolations(false).start();
    private final RecordingControl recording = sandbox.recording();

    @AfterEach
    void close() {
        sandbox.close();
    }

    private HttpResponse<String> post(String id, String body) {
        return Web.bare(sandbox)
                .with("Authorization", Web.basic(recording.username(), recording.password()))
                .postJson("/api/v2/recordings/" + id, body);
    }

    private static void is(HttpResponse<String> response, int status, int code) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(Web.json(response).path("statusCode").asInt(-1)).isEqualTo(code);
    }

    @Test
    void recordings_are_protected_and_released() {
        recording.add(List.of("a", "b"));

        is(post("a", APPLY), 200, 0);
        is(post("a", APPLY), 200, 0);
        assertThat(recording.protectedIds()).containsExactly("a");
        is(post("a", UNAPPLY), 200, 0);
        assertThat(recording.protectedIds()).isEmpty();
        is(post("c", APPLY), 404, 6);
        recording.breakRecordings(List.of("b"));
        is(post("b", APPLY), 500, 4);
        recording.mendRecordings(List.of("b"));
        is(post("b", APPLY), 200, 0);
        sandbox.assertNoViolations();
    }

    @Test
    void what_is_no_operation_is_a_violation_and_answered_as_documented() {
        is(post("a", "{\"operationName\":\"keep\"}"), 400, 2);

        assertThat(sandbox.violations()).hasSize(1);
    }

    @Test
    void a_stranger_gets_401_and_an_old_deployment_has_a_page_only() {
        assertThat(Web.bare(sandbox)
                        .with("Authorization", Web.basic("x", "y"))
                        .postJson("/api/v2/recordings/a", APPLY)
                        .statusCode())
                .isEqualTo(401);
        recording.offered(false);
        HttpResponse<String> page = post("a", APPLY);
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).startsWith("<!doctype html>");
    }

    @ParameterizedTest
    @EnumSource(RecordingRole.class)
    void each_role_may_what_it_may(RecordingRole role) {
        recording.add(List.of("a"));
        recording.role(role);
        boolean may = role == RecordingRole.ADMINISTRATOR;
        int code = role == RecordingRole.NONE ? 5 : 3;

        is(post("a", APPLY), may ? 200 : 403, may ? 0 : code);
        recording.permissions(Set.of("RECORDING_PERMISSION_APPLY_NON_DELETE"));
        boolean granted = role != RecordingRole.NONE;
        is(post("a", APPLY), granted ? 200 : 403, granted ? 0 : 5);
        is(post("a", UNAPPLY), may ? 200 : 403, may ? 0 : code);
        recording.permissions(Set.of());
        is(post("a", APPLY), may ? 200 : 403, may ? 0 : code);
    }
}
