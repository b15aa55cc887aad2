package io.github.multicloudcx.examples;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.sandbox.RecordingRole;
import io.github.multicloudcx.sandbox.Sandbox;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class ProtectRecordingsTest {
    private final Output out = new Output();
    private final Output err = new Output();

    @TempDir
    Path directory;

    private int run(Map<String, String> environment, byte[] input, String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        if (!all.contains("--rate")) {
            all.addAll(List.of("--rate", "1000"));
        }
        all.addAll(List.of("--result", directory.resolve("r.csv").toString()));
        return ProtectRecordings.run(
                all.toArray(String[]::new), environment, new ByteArrayInputStream(input), out.stream(), err.stream());
    }

    private int run(Sandbox sandbox, String input, String... args) {
        return run(
                Map.of(
                        "CX_BASE_URL_RECORDING", sandbox.baseUrl().toString(),
                        "CX_RECORDING_USERNAME", sandbox.recording().username(),
                        "CX_RECORDING_PASSWORD", sandbox.recording().password()),
                input.getBytes(UTF_8),
                args);
    }

    @Test
    void whatIsProtectedIsSkippedAndTheRestIsTriedAgain() throws IOException {
        try (Sandbox sandbox = Sandbox.start()) {
            sandbox.recording().add(List.of("a", "ü", "c"));
            sandbox.recording().breakRecordings(List.of("c"));
            String ids = "\ufeffa\r\n# a comment\n\n ü \nb\nc\na\n";

            assertThat(run(sandbox, ids, "-")).isEqualTo(1);
            assertThat(sandbox.recording().protectedIds()).containsExactly("a", "ü");
            assertThat(out.text())
                    .contains("5 ids: 2 protected now, 0 before, 2 failed; run it again to try those again")
                    .contains("Outcomes: " + directory.resolve("r.csv"));
            assertThat(err.text())
                    .contains("Not protected: b: NOT_FOUND, 404 Not Found", "Not protected: c: FAILED, 500 Internal");
            sandbox.recording().add(List.of("b"));
            sandbox.recording().mendRecordings(List.of("c"));
            Path file = Files.writeString(directory.resolve("ids.txt"), ids);
            assertThat(run(sandbox, "", file.toString())).isZero();
            assertThat(out.text()).contains("5 ids: 2 protected now, 2 before, 0 failed\n");
            assertThat(Files.readAllLines(directory.resolve("r.csv")))
                    .hasSize(5)
                    .filteredOn(line -> line.contains(",DONE,"))
                    .hasSize(4);
            sandbox.assertNoViolations();
        }
    }

    @Test
    void aUserWhoMayNotIsToldOnce() {
        StringBuilder ids = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            ids.append("r").append(i).append('\n');
        }
        try (Sandbox sandbox = Sandbox.start()) {
            sandbox.recording().role(RecordingRole.SUPERVISOR);
            assertThat(run(sandbox, ids.toString(), "-")).isEqualTo(1);
            assertThat(err.text())
                    .contains("Stopped before the end: 403 Forbidden", "RECORDING_PERMISSION_APPLY_NON_DELETE");
            assertThat(sandbox.requests().size()).isLessThan(20);
        }
    }

    @Test
    void manyFailuresAreShortened() {
        StringBuilder ids = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            ids.append("r").append(i).append('\n');
        }
        try (Sandbox sandbox = Sandbox.start()) {
            assertThat(run(sandbox, ids.toString(), "-", "--concurrency", "2")).isEqualTo(1);
            assertThat(err.text().lines().filter(line -> line.startsWith("Not protected")))
                    .hasSize(20);
            assertThat(err.text()).contains("... and 30 more, all in ");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--rate 0 -, --rate must be 1 or more",
        "--concurrency 0 -, --concurrency must be 1 or more",
        "--concurrency 999 -, concurrency must be from 1 to 256",
        "no-such-file, no-such-file",
        "--bad -, Unknown option"
    })
    void wrongOptionsAreRefused(String options, String words) {
        try (Sandbox sandbox = Sandbox.start()) {
            assertThat(run(sandbox, "a\n", options.split(" "))).isEqualTo(2);
            assertThat(err.text()).contains("Wrong use: ").contains(words);
            assertThat(sandbox.requests()).isEmpty();
        }
    }

    @Test
    void badInputSendsNothing() {
        try (Sandbox sandbox = Sandbox.start()) {
            Map<String, String> environment =
                    Map.of("CX_BASE_URL_RECORDING", sandbox.baseUrl().toString(), "CX_RECORDING_USERNAME", "u");
            assertThat(run(environment, "ü".getBytes(ISO_8859_1), "-")).isEqualTo(2);
            assertThat(run(environment, "a".getBytes(UTF_8), "-")).isEqualTo(2);
            assertThat(run(environment, "a".getBytes(UTF_8))).isEqualTo(2);
            assertThat(err.text())
                    .contains("CX_RECORDING_PASSWORD is not set", "name a file with ids, or - for standard input");
            assertThat(sandbox.requests()).isEmpty();
        }
    }

    @Test
    void withoutADeploymentItUsesASandboxAndHelpFits() {
        assertThat(run(Map.of(), new byte[0])).as(err.text()).isZero();
        assertThat(out.text()).contains("using an embedded sandbox", "500 ids: 500 protected now, 0 before, 0 failed");
        assertThat(run(Map.of(), new byte[0], "--help")).isZero();
        assertThat(out.text().lines().filter(line -> !line.startsWith("Outcomes")))
                .allMatch(line -> line.length() <= 110);
    }
}
