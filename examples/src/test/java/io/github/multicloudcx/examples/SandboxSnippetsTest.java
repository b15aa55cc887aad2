package io.github.multicloudcx.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.CxClientBuilder;
import io.github.multicloudcx.sandbox.Sandbox;
import io.github.multicloudcx.sandbox.SandboxClock;
import io.github.multicloudcx.udm.UdmClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The snippets of docs/sandbox.md. */
class SandboxSnippetsTest {
    @TempDir
    private Path directory;

    @Test
    void aTestWithTheSandbox() {
        try (Sandbox sandbox = Sandbox.start();
                CxClient cx =
                        CxClientBuilder.fromEnvironment(sandbox.environment()).build()) {
            UdmClient.create(cx).version().execute();
            sandbox.assertNoViolations();
        }
    }

    @Test
    void timeAndFaults() {
        SandboxClock clock = SandboxClock.manual(Instant.parse("2026-11-22T00:00:00Z"));
        Sandbox sandbox =
                Sandbox.builder().clock(clock).jobDuration(Duration.ofHours(1)).start();
        CxClient cx = CxClientBuilder.fromEnvironment(sandbox.environment())
                .timeSource(new ClockOfSandbox(clock))
                .build();
        try (sandbox;
                cx) {
            sandbox.udm().addFile("part.smime", "x".repeat(5000).getBytes(StandardCharsets.UTF_8));
            sandbox.faults().on("getVersionV10").times(2).status(503);
            sandbox.faults().onAny().retryAfter(429, "1");
            sandbox.faults().onStorage().resetAfterBytes(1000);
            UdmClient udm = UdmClient.create(cx);
            assertThat(udm.version().executeForResponse().attempts()).hasSizeGreaterThan(1);
            assertThat(udm.files()
                            .download("part.smime")
                            .to(directory.resolve("part.smime"))
                            .execute())
                    .hasSize(5000);
            assertThat(sandbox.faults().pending()).isZero();
        }
    }
}
