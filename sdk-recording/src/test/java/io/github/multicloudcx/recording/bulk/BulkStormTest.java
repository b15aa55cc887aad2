package io.github.multicloudcx.recording.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.recording.Deployed;
import io.github.multicloudcx.sandbox.FaultBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Forty thousand recordings, two in a hundred of which fail, while requests are refused for being too many, connections drop
 * and answers get lost; the process is killed twice and started again.
 */
@Timeout(300)
class BulkStormTest {
    private static final int ALL = 40_000;

    private final Random random = new Random(7);

    @TempDir
    Path directory;

    @Test
    void everyIdIsInTheFileWithItsTrueOutcome() throws IOException, InterruptedException {
        Path file = directory.resolve("result.csv");
        try (Deployed deployed = new Deployed()) {
            List<String> known = IntStream.range(0, ALL)
                    .filter(i -> i % 100 != 17)
                    .mapToObj(i -> "rec-" + i)
                    .toList();
            List<String> broken = IntStream.range(0, ALL)
                    .filter(i -> i % 100 == 71)
                    .mapToObj(i -> "rec-" + i)
                    .toList();
            deployed.control.add(known);
            deployed.control.breakRecordings(broken);
            troubles(deployed);
            killAt(deployed, file, 8_000);
            killAt(deployed, file, 20_000);
            long before =
                    lines(file).stream().filter(line -> line.contains(",DONE,")).count();
            assertThat(before).isBetween(15_000L, 39_000L);

            BulkReport report = deployed.recordings
                    .protectAll(IntStream.range(0, ALL).mapToObj(i -> "rec-" + i))
                    .concurrency(8)
                    .resultFile(file)
                    .execute();

            assertThat(report.stoppedBy()).isNull();
            assertThat(report.skipped()).isGreaterThanOrEqualTo(15_000);
            assertThat(report.done() + report.skipped()).isEqualTo(ALL - 800);
            assertThat(report.failures()).hasSize(800);
            assertThat(deployed.control.protectedIds()).hasSize(ALL - 800);
            check(file);
            deployed.sandbox.faults().clear();
        }
    }

    /** A trouble for each hundred requests. */
    private void troubles(Deployed deployed) {
        for (int i = 1; i <= 400; i++) {
            FaultBuilder fault =
                    deployed.sandbox.faults().on("postRecordingOperation").after(i * 100 + random.nextInt(100));
            var unused = switch (random.nextInt(5)) {
                case 0 -> fault.retryAfter(429, "0");
                case 1 -> fault.resetBeforeAnswer();
                case 2 -> fault.loseAnswer();
                case 3 -> fault.emptyBody(429);
                default -> fault.truncatedJson();
            };
        }
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.readAllLines(file);
    }

    /** Starts a process and kills it when it has written so many lines. */
    private static void killAt(Deployed deployed, Path file, int written) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        ProtectMain.class.getName(),
                        deployed.sandbox.baseUrl().toString(),
                        deployed.control.username(),
                        deployed.control.password(),
                        Integer.toString(ALL),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(file.resolveSibling("output.txt").toFile())
                .start();
        try {
            while (process.isAlive() && (!Files.exists(file) || lines(file).size() < written)) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            assertThat(process.isAlive())
                    .as(Files.readString(file.resolveSibling("output.txt")))
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    private static void check(Path file) throws IOException {
        Map<String, String> results = new HashMap<>();
        List<String> twice = new ArrayList<>();
        for (String line : lines(file).subList(1, lines(file).size())) {
            String[] fields = line.split(",", 5);
            if (results.put(fields[0], fields[2] + " " + fields[3]) != null) {
                twice.add(fields[0]);
            }
        }
        assertThat(twice).isEmpty();
        assertThat(results).hasSize(ALL);
        for (int i = 0; i < ALL; i++) {
            String due = i % 100 == 17 ? "NOT_FOUND 404" : i % 100 == 71 ? "FAILED 500" : "DONE 200";
            assertThat(results.get("rec-" + i)).as("rec-" + i).isEqualTo(due);
        }
    }
}
