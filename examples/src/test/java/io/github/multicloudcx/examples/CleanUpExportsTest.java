package io.github.multicloudcx.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.sandbox.Sandbox;
import io.github.multicloudcx.sandbox.SandboxClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CleanUpExportsTest {
    private static final Duration AGE = Duration.ofDays(20);

    private final Output out = new Output();
    private final Output err = new Output();

    private int run(Map<String, String> environment, String... args) {
        return CleanUpExports.run(args, environment, out.stream(), err.stream());
    }

    /** With 120 exports of 20 days ago, one of them failed, one still running, and one of today. */
    private static Sandbox sandbox() {
        SandboxClock clock = SandboxClock.manual(Instant.now().minus(AGE));
        Sandbox sandbox = Sandbox.builder().clock(clock).start();
        sandbox.udm().addFinishedJobs(120);
        sandbox.udm().failJob(2, "no space");
        sandbox.udm().setJobStatus(3, "RUNNING");
        sandbox.udm().addFile("old.smime", new byte[10]);
        clock.advance(AGE);
        sandbox.udm().addFinishedJobs(1);
        sandbox.udm().addFile("new.smime", new byte[10]);
        return sandbox;
    }

    @Test
    void changesNothingUnlessItIsToldTo() {
        try (Sandbox sandbox = sandbox()) {
            assertThat(run(sandbox.environment())).as(err.text()).isZero();
            assertThat(out.text())
                    .contains("Would delete what is older than ", "  file old.smime", "1 file to delete")
                    .contains("  history record 2", "119 history records to delete", "--delete deletes")
                    .doesNotContain("new.smime", "history record 3\n", "history record 121");
            assertThat(sandbox.requests()).noneMatch(request -> request.method().equals("DELETE"));
            sandbox.assertNoViolations();
        }
    }

    @Test
    void deletesInBatchesWhatIsOldAndHasEnded() {
        try (Sandbox sandbox = sandbox()) {
            assertThat(run(sandbox.environment(), "--delete")).as(err.text()).isZero();
            assertThat(out.text()).contains("1 file deleted", "119 history records deleted");
            assertThat(sandbox.udm().fileNames()).containsExactly("new.smime");
            assertThat(sandbox.requests("deleteExportHistoriesV10")).hasSize(3);

            Output again = new Output();
            assertThat(CleanUpExports.run(
                            new String[] {"--delete"}, sandbox.environment(), again.stream(), err.stream()))
                    .isZero();
            assertThat(again.text()).contains("0 files deleted", "0 history records deleted");
            sandbox.assertNoViolations();
        }
    }

    @Test
    void saysWhatIsLeft() {
        try (Sandbox sandbox = sandbox()) {
            sandbox.udm().undeletable("7");
            sandbox.udm().undeletable("old.smime");
            assertThat(run(sandbox.environment(), "--delete")).isEqualTo(3);
            assertThat(out.text())
                    .contains("  file old.smime: could not be deleted", "0 files deleted, 1 left")
                    .contains("  history record 7: could not be deleted", "118 history records deleted, 1 left");
        }
    }

    @Test
    void youngerThingsStay() {
        try (Sandbox sandbox = sandbox()) {
            assertThat(run(sandbox.environment(), "--delete", "--older-than", "21"))
                    .isZero();
            assertThat(sandbox.requests()).noneMatch(request -> request.method().equals("DELETE"));
        }
    }

    @Test
    void needsNoAccountForATrial() {
        assertThat(run(Map.of(), "--delete")).as(err.text()).isZero();
        assertThat(out.text()).contains("embedded sandbox", "1 file deleted", "3 history records deleted");
    }

    @Test
    void wrongUseAndFailuresAreNamed() {
        assertThat(run(Map.of(), "--older-than", "0")).isEqualTo(2);
        assertThat(err.text()).contains("--older-than must be 1 or more");
        assertThat(run(Map.of("CX_BASE_URL", "http://127.0.0.1:1", "CX_ACCESS_TOKEN", "any-token")))
                .isEqualTo(1);
        assertThat(err.text()).contains("Failed: No connection to http://127.0.0.1:1");
        assertThat(run(Map.of(), "--nonsense")).isEqualTo(2);
        assertThat(run(Map.of(), "--help")).isZero();
        assertThat(out.text()).contains("--older-than", "--delete", "Exit codes:");
    }
}
