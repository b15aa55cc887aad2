package io.github.multicloudcx.udm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.sandbox.Sandbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An export whose process is killed again and again. {@link ExportProcess} is that process. */
class ExportRunKillTest {
    private static final int KILLS = 10;
    private static final long SEED = 20260105;
    private static final Pattern STEPS = Pattern.compile("(\\d+) steps; job");

    @TempDir
    Path directory;

    @Test
    void killedAtTenRandomPointsItEndsWithTheBytesOfAnUndisturbedRun() throws IOException, InterruptedException {
        try (Sandbox sandbox = Sandbox.builder()
                .recordsPerExport(40)
                .jobDuration(Duration.ZERO)
                .start()) {
            sandbox.udm().useCertificate(sandbox.demoCertificate());
            Path undisturbed = prepared(sandbox, "undisturbed");
            int steps = steps(run(sandbox, undisturbed, 0));
            List<Integer> points = new Random(SEED)
                    .ints(1, steps + 1)
                    .distinct()
                    .limit(KILLS)
                    .boxed()
                    .toList();

            for (int point : points) {
                Path killed = prepared(sandbox, "killed-" + point);
                Outcome first = run(sandbox, killed, point);
                assertThat(first.exit).as(first.output).isEqualTo(ExportProcess.KILLED);
                assertThat(steps(run(sandbox, killed, 0))).isNotNegative();
                assertThat(killed.resolve(ExportProcess.RECORDS))
                        .as("killed at step " + point)
                        .hasSameBinaryContentAs(undisturbed.resolve(ExportProcess.RECORDS));
            }
            assertThat(sandbox.udm().jobIds()).hasSize(1 + KILLS);
            sandbox.assertNoViolations();
        }
    }

    private static int steps(Outcome outcome) {
        Matcher steps = STEPS.matcher(outcome.output);
        assertThat(outcome.exit).as(outcome.output).isZero();
        assertThat(steps.find()).as(outcome.output).isTrue();
        return Integer.parseInt(steps.group(1));
    }

    private Path prepared(Sandbox sandbox, String name) throws IOException {
        Path prepared = Files.createDirectories(directory.resolve(name));
        Files.writeString(prepared.resolve("key.pem"), sandbox.demoPrivateKey());
        Files.writeString(prepared.resolve("cert.pem"), sandbox.demoCertificate());
        return prepared;
    }

    private record Outcome(int exit, String output) {}

    private static Outcome run(Sandbox sandbox, Path directory, int dieAt) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ExportProcess.class.getName(),
                        sandbox.baseUrl().toString(),
                        sandbox.apiKey(),
                        sandbox.clientId(),
                        sandbox.clientSecret(),
                        directory.toString(),
                        Integer.toString(dieAt)))
                .redirectErrorStream(true)
                .start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output);
        } finally {
            process.destroyForcibly();
        }
    }
}
