package io.github.multicloudcx.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The snippet of docs/sandbox.md on hooks. */
class HookSnippetsTest {
    @Test
    void moves_the_clock_between_a_job_and_its_answer() {
        try (Sandbox sandbox = Jobs.sandbox()) {
            SandboxClock clock = sandbox.clock();
            sandbox.onAnswer(request -> {
                if ("createExportJobV10".equals(request.operationId())) {
                    clock.advance(Duration.ofHours(1)); // the job is over before its maker knows its id
                }
            });

            var accepted = Web.signedIn(sandbox).postJson("/udm/v10/export/jobs", Jobs.contacts("a"));

            assertThat(Web.json(accepted).path("status").asText()).isEqualTo("RUNNING");
            assertThat(sandbox.udm().jobStatus(Web.json(accepted).path("id").asLong()))
                    .isEqualTo("COMPLETED");
        }
    }
}
