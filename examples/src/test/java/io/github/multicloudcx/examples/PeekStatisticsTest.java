package io.github.multicloudcx.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.sandbox.Sandbox;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PeekStatisticsTest {
    private final Output out = new Output();
    private final Output err = new Output();

    private int run(Map<String, String> environment, String... args) {
        return PeekStatistics.run(args, environment, out.stream(), err.stream());
    }

    @Test
    void printsATableOfEveryStatisticOfEveryObject() {
        try (Sandbox sandbox = Sandbox.start()) {
            sandbox.statistics().set("CurrentAgentState", "Agent", "agent2", "WaitForNextCall");
            sandbox.statistics().set("CurrentAgentState", "Queue", "9000@switch", 4711);
            assertThat(run(
                            sandbox.environment(),
                            "--agent",
                            "agent2",
                            "--queue",
                            "9000@switch",
                            "--statistic",
                            "CurrentAgentState,Productivity"))
                    .as(err.text())
                    .isZero();
            List<String> lines = out.text().lines().toList();
            String day =
                    Instant.now().atZone(ZoneId.systemDefault()).toLocalDate().toString();
            assertThat(lines).hasSize(5);
            assertThat(lines.get(0)).isEqualTo("STATISTIC          OBJECT             VALUE            PRODUCED AT");
            assertThat(lines.get(1)).startsWith("CurrentAgentState  Agent agent2       WaitForNextCall  " + day + " ");
            assertThat(lines.get(2)).matches("Productivity       Agent agent2       \\d+ +" + day + " .*");
            assertThat(lines.get(3)).startsWith("CurrentAgentState  Queue 9000@switch  4711 ");
            assertThat(err.text()).isEmpty();
            sandbox.assertNoViolations();
        }
    }

    @Test
    void whatIsMissingIsNamedWithTheReasonAndTheRestIsShown() {
        try (Sandbox sandbox = Sandbox.start()) {
            assertThat(run(
                            sandbox.environment(),
                            "--agent",
                            "agent1,agent2",
                            "--statistic",
                            "CurrentAgentState",
                            "--statistic",
                            "Nonsense"))
                    .isEqualTo(1);
            assertThat(out.text().lines()).hasSize(3).noneMatch(line -> line.contains("Nonsense"));
            assertThat(err.text().lines())
                    .containsExactly(
                            "No value: Nonsense of Agent agent1",
                            "No value: Nonsense of Agent agent2",
                            "The server says: Unknown statistic Nonsense");
        }
    }

    @Test
    void aFailureIsOneLine() {
        try (Sandbox sandbox = Sandbox.start()) {
            assertThat(run(sandbox.environment(), "--agent", "agent1", "--statistic", "Nonsense"))
                    .isEqualTo(1);
            assertThat(err.text()).startsWith("Failed: 400 ").contains("check name");
            assertThat(err.text().lines()).hasSize(1);
        }
        Output unreachable = new Output();
        Map<String, String> nobody = Map.of("CX_BASE_URL", "http://127.0.0.1:1", "CX_ACCESS_TOKEN", "any-token");
        assertThat(PeekStatistics.run(new String[0], nobody, out.stream(), unreachable.stream()))
                .isEqualTo(1);
        assertThat(unreachable.text()).startsWith("Failed: No connection to http://127.0.0.1:1");
    }

    @Test
    void textsOfTheServerDoNotControlTheTerminal() {
        try (Sandbox sandbox = Sandbox.start()) {
            sandbox.statistics().set("CurrentAgentState", "Agent", "agent2", "a\u001b[2Jb\nc\u202ed");
            assertThat(run(sandbox.environment(), "--agent", "agent2", "--statistic", "CurrentAgentState"))
                    .isZero();
            assertThat(out.text()).contains(" a?[2Jb?c?d ").doesNotContain("\u001b");
        }
    }

    @Test
    void needsNoAccountForATrial() {
        assertThat(run(Map.of())).as(err.text()).isZero();
        assertThat(out.text())
                .contains("embedded sandbox", "CurrentAgentState ", " Agent agent1 ", " Agent agent2 ")
                .contains("CurrentNumberWaitingCalls  Queue 9000@switch ");
    }

    @Test
    void wrongUseIsNamed() {
        assertThat(run(Map.of(), "--agent", " ")).isEqualTo(2);
        assertThat(err.text()).contains("Wrong use: agent");
        assertThat(run(Map.of(), "--nonsense")).isEqualTo(2);
        assertThat(run(Map.of("CX_BASE_URL", "nonsense"))).isEqualTo(2);
        assertThat(err.text().lines()).hasSize(3).allMatch(line -> line.startsWith("Wrong use: "));
        assertThat(run(Map.of(), "--help")).isZero();
        assertThat(out.text()).contains("--agent", "--queue", "--statistic", "Exit codes:");
    }
}
