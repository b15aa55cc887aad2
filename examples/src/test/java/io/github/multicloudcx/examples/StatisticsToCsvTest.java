package io.github.multicloudcx.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.sandbox.Sandbox;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatisticsToCsvTest {
    private static final String HEADER = "kind,received,produced,statistic,objectType,objectId,value";
    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";
    private static final String HANDLING = "AverageHandlingTime,Agent,agent2";

    @TempDir
    private Path directory;

    private final Output out = new Output();
    private final Output err = new Output();

    private int run(Map<String, String> environment, String... args) {
        return StatisticsToCsv.run(args, environment, out.stream(), err.stream());
    }

    private Running running(Sandbox sandbox, String... args) {
        return new Running(() -> run(sandbox.environment(), args));
    }

    private Path file() {
        return directory.resolve("statistics.csv");
    }

    @Test
    void writesALinePerUpdate() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            sandbox.statistics().set("AverageHandlingTime", "Agent", "agent2", 17);
            try (Running program = running(sandbox, HANDLING, "--updates", "3")) {
                out.await(",17\r\n");
                sandbox.statistics().set("AverageHandlingTime", "Agent", "agent2", 18);
                out.await(",18\r\n");
                sandbox.statistics().set("AverageHandlingTime", "Agent", "agent2", "say \"hi\",\nall");
                assertThat(program.exitCode()).as(err.text()).isZero();
            }
            String row = "update," + TIME + "," + TIME + ",AverageHandlingTime,Agent,agent2,";
            assertThat(out.text())
                    .matches(HEADER + "\r\n" + row + "17\r\n" + row + "18\r\n" + row + "\"say \"\"hi\"\",\nall\"\r\n");
            assertThat(err.text().lines()).containsExactly("Recording 1 statistics.", "3 updates, 0 gaps");
            assertThat(sandbox.statistics().sessions()).isEmpty();
            sandbox.assertNoViolations();
        }
    }

    @Test
    void aLostSessionIsALineOfItsOwnBeforeTheValuesThatFollowIt() throws Exception {
        try (Sandbox sandbox = Sandbox.start();
                Running program = running(sandbox, HANDLING, "--updates", "2")) {
            out.await("update,");
            sandbox.statistics().expireSessions();
            assertThat(program.exitCode()).as(err.text()).isZero();
        }
        List<String> lines = out.text().lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(1)).startsWith("update,");
        assertThat(lines.get(2)).matches("gap," + TIME + "," + TIME + ",.*402.*,,,");
        assertThat(lines.get(3)).startsWith("update,");
        assertThat(err.text()).contains("Interrupted at ", "402", "2 updates, 1 gap, the longest ");
    }

    @Test
    void anInterruptionThatIsNotOverWhenTheRunEndsIsAGapToo() throws Exception {
        try (Sandbox sandbox = Sandbox.start();
                Running program = running(sandbox, HANDLING)) {
            out.await("update,");
            sandbox.statistics().unavailable();
            err.await("Interrupted at ");
            assertThat(program.interrupted()).isZero();
        }
        assertThat(out.text()).containsPattern("gap," + TIME + "," + TIME + ",the service is unavailable");
        assertThat(err.text()).contains("1 gap");
    }

    @Test
    void aFileIsContinuedAndTheTimeBetweenIsAGap() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            String[] args = {"--output", file().toString(), "--updates", "1", HANDLING};
            assertThat(run(sandbox.environment(), args)).as(err.text()).isZero();
            String received = Files.readAllLines(file()).get(1).split(",", -1)[1];
            Files.writeString(file(), "update,2026-01-01T00:00", StandardOpenOption.APPEND);
            assertThat(run(sandbox.environment(), args)).as(err.text()).isZero();

            List<String> lines = Files.readAllLines(file());
            assertThat(lines).hasSize(4);
            assertThat(lines.get(0)).isEqualTo(HEADER);
            assertThat(lines.get(2)).matches("gap," + received + "," + TIME + ",between two runs,,,");
            assertThat(lines.get(3)).startsWith("update,");
            assertThat(out.text()).isEmpty();
        }
    }

    @Test
    void otherFilesAreLeftAlone() throws IOException {
        try (Sandbox sandbox = Sandbox.start()) {
            for (String text : List.of("a,b,c\r\n1,2,3\r\n", "no line end", HEADER)) {
                Files.writeString(file(), text);
                assertThat(run(sandbox.environment(), "--output", file().toString(), HANDLING))
                        .isEqualTo(2);
                assertThat(file()).hasContent(text);
            }
            assertThat(err.text().lines()).hasSize(3).allMatch(line -> line.contains("does not begin with the line"));
            assertThat(sandbox.requests()).isEmpty();
        }
    }

    @Test
    void statisticsMayStandInAFile() throws Exception {
        Path list = Files.writeString(
                directory.resolve("list.txt"), "# agents\n\n" + HANDLING + "\nCurrentAgentState, Agent, a, b\n");
        try (Sandbox sandbox = Sandbox.start()) {
            assertThat(run(sandbox.environment(), "@" + list, "--updates", "2"))
                    .as(err.text())
                    .isZero();
        }
        assertThat(out.text()).contains(",AverageHandlingTime,Agent,agent2,", ",CurrentAgentState,Agent,\"a, b\",");
    }

    @Test
    void failuresAreOneLine() {
        try (Sandbox sandbox = Sandbox.start()) {
            assertThat(run(sandbox.environment(), HANDLING, "Nonsense,Agent,agent2"))
                    .isEqualTo(1);
            assertThat(err.text())
                    .startsWith("Failed: The server did not open Nonsense of Agent agent2")
                    .hasLineCount(1);
        }
        Output unreachable = new Output();
        Map<String, String> nobody = Map.of("CX_BASE_URL", "http://127.0.0.1:1", "CX_ACCESS_TOKEN", "any-token");
        assertThat(StatisticsToCsv.run(new String[] {HANDLING}, nobody, out.stream(), unreachable.stream()))
                .isEqualTo(1);
        assertThat(unreachable.text())
                .startsWith("Failed: No connection to http://127.0.0.1:1")
                .hasLineCount(1);
    }

    /** As when the disk is full, or the other end of the pipe is gone. */
    @Test
    void endsWhenNothingCanBeWrittenAnyMore() throws Exception {
        PrintStream full = new PrintStream(new OutputStream() {
            private int left = 2;

            @Override
            public void write(int b) {}

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                if (left-- == 0) {
                    throw new IOException("No space left on device");
                }
            }
        });
        try (Sandbox sandbox = Sandbox.start();
                Running program = new Running(() -> StatisticsToCsv.run(
                        new String[] {HANDLING, "CurrentAgentState,Agent,agent2"},
                        sandbox.environment(),
                        full,
                        err.stream()))) {
            assertThat(program.exitCode()).isEqualTo(1);
        }
        assertThat(err.text())
                .endsWith(
                        "1 update, 0 gaps\nFailed: the output cannot be written any more: it is full" + " or closed\n");
    }

    @Test
    void needsNoAccountForATrial() {
        assertThat(run(Map.of(), "--updates", "2")).as(err.text()).isZero();
        assertThat(out.text()).hasLineCount(3);
        assertThat(err.text()).contains("embedded sandbox", "2 updates, 0 gaps");
    }

    @Test
    void wrongUseIsNamed() {
        try (Sandbox sandbox = Sandbox.start()) {
            assertThat(run(sandbox.environment())).isEqualTo(2);
            assertThat(run(sandbox.environment(), "AverageHandlingTime")).isEqualTo(2);
            assertThat(run(sandbox.environment(), ",Agent,agent2")).isEqualTo(2);
            assertThat(run(sandbox.environment(), "@nowhere.txt")).isEqualTo(2);
            assertThat(run(sandbox.environment(), HANDLING, "--seconds", "0")).isEqualTo(2);
            assertThat(run(sandbox.environment(), HANDLING, "--nonsense")).isEqualTo(2);
            assertThat(err.text().lines()).hasSize(6).allMatch(line -> line.startsWith("Wrong use: "));
            assertThat(out.text()).isEmpty();
            assertThat(run(Map.of(), "--help")).isZero();
            assertThat(out.text()).contains("--output", "--updates", "gap,FROM,TO,WHY", "Exit codes:");
            assertThat(sandbox.requests()).isEmpty();
        }
    }
}
