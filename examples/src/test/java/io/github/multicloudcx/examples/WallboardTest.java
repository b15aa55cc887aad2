package io.github.multicloudcx.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.sandbox.Sandbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WallboardTest {
    private static final String CLOCK = "\\d\\d:\\d\\d:\\d\\d";
    private static final Pattern CONTROL = Pattern.compile("\u001b\\[([?\\d]*)([A-Za-z])|\n|[^\u001b\n]+");

    private final Output out = new Output();
    private final Output err = new Output();

    private int run(Map<String, String> environment, String... args) {
        return Wallboard.run(args, environment, out.stream(), err.stream());
    }

    private Running running(Map<String, String> environment, String... args) {
        List<String> all = new ArrayList<>(List.of("--agent", "agent2", "--statistic", "AverageHandlingTime"));
        all.addAll(Arrays.asList(args));
        return new Running(() -> run(environment, all.toArray(String[]::new)));
    }

    private static void set(Sandbox sandbox, Object value) {
        sandbox.statistics().set("AverageHandlingTime", "Agent", "agent2", value);
    }

    /** What a terminal shows that knows the controls that are allowed, without colours. */
    private static List<String> screen(String printed) {
        List<String> lines = new ArrayList<>(List.of(""));
        int row = 0;
        Matcher matcher = CONTROL.matcher(printed);
        int end = 0;
        StringBuilder line = new StringBuilder();
        while (matcher.find() && matcher.start() == end) {
            end = matcher.end();
            String command = matcher.group(2) == null ? "" : matcher.group(2);
            if (command.equals("A")) {
                row -= Integer.parseInt(matcher.group(1));
            } else if (matcher.group().equals("\n")) {
                lines.set(row, line.toString());
                line.setLength(0);
                row++;
                if (row == lines.size()) {
                    lines.add("");
                }
            } else if (command.isEmpty()) {
                line.append(matcher.group());
            } else {
                assertThat(command).isIn("K", "m", "h", "l");
            }
        }
        assertThat(end).as("no other controls").isEqualTo(printed.length());
        return lines;
    }

    private void awaitScreen(String part) {
        out.await(
                text -> text.endsWith("\n") && screen(text).stream().anyMatch(line -> line.contains(part)),
                "\"" + part + "\" on the screen");
    }

    @Test
    void redrawsInPlace() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            set(sandbox, 17);
            try (Running program = running(sandbox.environment(), "--ansi", "--statistic", "CurrentAgentState")) {
                awaitScreen(" 17");
                set(sandbox, "any\u001b[2Jthing\u009b3A\rnew");
                awaitScreen("any?[2Jthing?3A?new");
                set(sandbox, 18);
                awaitScreen(" 18");
                assertThat(program.interrupted()).as(err.text()).isZero();
            }
            List<String> screen = screen(out.text());
            assertThat(screen).hasSize(7);
            assertThat(screen.get(0)).matches(CLOCK + "  CLOSED at " + CLOCK);
            assertThat(screen.get(1)).isEqualTo("no interruption so far");
            assertThat(screen.get(2)).isEqualTo("STATISTIC           OBJECT         VALUE");
            assertThat(screen.get(3)).isEqualTo("AverageHandlingTime Agent agent2   18");
            assertThat(screen.get(4)).matches("CurrentAgentState   Agent agent2   [A-Z]\\w+");
            assertThat(out.text())
                    .contains("\u001b[32m", "LIVE since ")
                    .startsWith("\u001b[?25l\u001b[?7l")
                    .endsWith("\u001b[?7h\u001b[?25h");
            assertThat(sandbox.statistics().sessions()).isEmpty();
            sandbox.assertNoViolations();
        }
    }

    @Test
    void aTimeInWhichTheServiceIsUnavailableIsSeenByEveryone() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            set(sandbox, 17);
            try (Running program = running(sandbox.environment(), "--ansi")) {
                awaitScreen("   17");
                sandbox.statistics().unavailable();
                awaitScreen("STALE, values since ");
                assertThat(out.text()).contains("\u001b[31m", " may be wrong", "because: the service is unavailable");
                assertThat(screen(out.text())).contains("AverageHandlingTime Agent agent2 ? 17");
                set(sandbox, 18);
                sandbox.statistics().available();
                awaitScreen("   18");
                awaitScreen("LIVE since ");
                assertThat(screen(out.text()).get(1)).matches("no updates " + CLOCK + "-" + CLOCK + " \\(\\d+ m?s\\)");
                assertThat(program.interrupted()).isZero();
            }
        }
    }

    @Test
    void aDeploymentThatIsGoneLeavesMarkedValues() throws Exception {
        Running program;
        try (Sandbox sandbox = Sandbox.start()) {
            set(sandbox, 17);
            program = running(sandbox.environment(), "--ansi");
            awaitScreen("   17");
        }
        awaitScreen("RECONNECTING since ");
        assertThat(out.text()).contains("\u001b[33m");
        assertThat(program.interrupted()).isZero();
        assertThat(screen(out.text()))
                .contains("AverageHandlingTime Agent agent2 ? 17")
                .anyMatch(line -> line.endsWith(", values marked ? may be wrong"));
    }

    @Test
    void inAPipeItPrintsALinePerChange() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            set(sandbox, 17);
            try (Running program = running(sandbox.environment(), "--statistic", "Nonsense")) {
                out.await("AverageHandlingTime of Agent agent2 = 17\n");
                out.await("Nonsense of Agent agent2 = unknown to the server\n");
                sandbox.statistics().expireSessions();
                out.await("no updates ");
                set(sandbox, "a\nb");
                out.await("AverageHandlingTime of Agent agent2 = a?b\n");
                assertThat(program.interrupted()).isZero();
            }
        }
        assertThat(out.text().lines()).allMatch(line -> line.matches(CLOCK + " .+"));
        assertThat(out.text())
                .contains(" LIVE since ", " RECONNECTING since ", " CLOSED at ")
                .containsPattern("no updates " + CLOCK + "-" + CLOCK + " \\(\\d+ m?s\\): .*402")
                .doesNotContain("\u001b");
    }

    @Test
    void whatTheServerDoesNotKnowIsSaid() throws Exception {
        try (Sandbox sandbox = Sandbox.start();
                Running program = running(sandbox.environment(), "--ansi", "--statistic", "Nonsense")) {
            awaitScreen("Nonsense            Agent agent2   unknown to the server");
            assertThat(program.interrupted()).isZero();
        }
    }

    @Test
    void linesAreCutToTheWidthAndNoColorIsRespected() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            Map<String, String> environment = new HashMap<>(sandbox.environment());
            environment.putAll(Map.of("COLUMNS", "40", "LINES", "7", "NO_COLOR", "1"));
            String agent = "somebody.with.a.long.name@example.com";
            set(sandbox, "17");
            try (Running program = running(environment, "--ansi", "--agent", agent, "--queue", "9000@switch")) {
                awaitScreen("and 1 more: enlarge --height");
                sandbox.statistics().set("AverageHandlingTime", "Agent", agent, "x".repeat(100));
                awaitScreen("xx..");
                assertThat(program.interrupted()).isZero();
            }
            assertThat(screen(out.text()))
                    .hasSize(7)
                    .allMatch(line -> line.length() < 40)
                    .contains("AverageHan.. Agent some..   xxxxxxxxx..");
            assertThat(out.text()).doesNotContainPattern("\u001b\\[\\d*m");
        }
    }

    @Test
    void isRedrawnTenTimesASecondAtMost() {
        try (Sandbox sandbox = Sandbox.start()) {
            sandbox.statistics().simulate(Duration.ofMillis(2));
            assertThat(run(sandbox.environment(), "--ansi", "--seconds", "1"))
                    .as(err.text())
                    .isZero();
            assertThat(out.text().split("\u001b\\[\\d+A", -1).length).isBetween(3, 13);
        }
    }

    @Test
    void needsNoAccountForATrial() {
        assertThat(run(Map.of(), "--no-ansi", "--seconds", "1")).as(err.text()).isZero();
        assertThat(out.text()).contains("embedded sandbox", "CurrentAgentState of Agent agent3 = ");
    }

    @Test
    void failuresAndWrongUseAreOneLine() {
        assertThat(run(Map.of("CX_BASE_URL", "http://127.0.0.1:1", "CX_ACCESS_TOKEN", "any-token")))
                .isEqualTo(1);
        assertThat(err.text())
                .startsWith("Failed: No connection to http://127.0.0.1:1")
                .hasLineCount(1);
        assertThat(run(Map.of(), "--seconds", "0")).isEqualTo(2);
        assertThat(run(Map.of(), "--width", "1")).isEqualTo(2);
        assertThat(run(Map.of(), "--agent", " ")).isEqualTo(2);
        assertThat(run(Map.of(), "--nonsense")).isEqualTo(2);
        assertThat(err.text().lines().skip(1)).hasSize(4).allMatch(line -> line.startsWith("Wrong use: "));
        assertThat(run(Map.of(), "--help")).isZero();
        assertThat(out.text()).contains("--[no-]ansi", "--seconds", "NO_COLOR", "Exit codes:");
    }
}
