package io.github.multicloudcx.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.statistics.model.Statistic;
import io.github.multicloudcx.statistics.model.StatisticData;
import io.github.multicloudcx.statistics.model.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What docs/statistics.md shows about REST runs and does what the text says. */
class GuideTest {
    private static final Path MODULE = Files.isDirectory(Path.of("sdk-statistics"))
            ? Path.of("sdk-statistics")
            : Path.of("").toAbsolutePath();

    @Test
    void everyOperationIsInTheTable() throws IOException {
        List<String> lines = Files.readAllLines(MODULE.resolve("../docs/statistics.md"));
        for (Operation operation : Operation.all()) {
            assertThat(lines.stream().filter(line -> line.startsWith("|") && line.contains("`" + operation.id() + "`")))
                    .as(operation.id())
                    .hasSize(1);
        }
    }

    @Test
    void valuesAreAskedForAndShown() {
        try (Wire wire = new Wire()
                .answer(200, Samples.json("getStatisticValue.overview.200"))
                .answer(
                        200,
                        Samples.statistics(
                                0,
                                Samples.element("TimeInCurrentState", "b", "{\"stringValue\":\"Ready\"}"),
                                Samples.element("TimeInCurrentState", "a", "{\"intValue\":5}")))) {
            StatisticsSnippets guide = new StatisticsSnippets(wire.statistics);
            assertThat(guide.value().name()).isEqualTo("AverageHandlingTime");
            guide.values(List.of("a", "b"));
            assertThat(guide.shown).containsExactly("a: OptionalLong[5]", "b: OptionalLong.empty");
        }
    }

    @Test
    void aSubscriptionIsMadeReadAndDeleted() {
        String created = "{\"status\":{\"code\":0},\"data\":{\"subscriptionId\":\"S1\",\"statistics\":["
                + "{\"statisticId\":\"x\",\"name\":\"CurrentReadyAgents\",\"objectType\":\"GroupAgents\","
                + "\"objectId\":\"Support\"},{\"statisticId\":\"ready-agent2\"}]}}";
        try (Wire wire = new Wire()
                .answer(200, created)
                .answer(200, Samples.statistics(0, "{\"statisticId\":\"ready-agent2\",\"value\":7}"))
                .empty(404)
                .answer(200, created)
                .answer(200, Samples.json("deleteSubscription.200"))) {
            StatisticsSnippets guide = new StatisticsSnippets(wire.statistics);
            StatisticData subscription = guide.subscribe(guide.definition());
            assertThat(subscription.complete()).isTrue();
            assertThat(guide.ids(subscription)).containsExactly("x", "ready-agent2");
            assertThat(guide.read("S1").statistics()).hasSize(1);
            assertThat(guide.read("S1").subscriptionId()).isEqualTo("S1");
            guide.delete(subscription);

            assertThat(wire.take().getBody().utf8())
                    .contains("\"notificationFrequency\":60,\"insensitivity\":1,", "\"statisticId\":\"ready-agent2\"");
            assertThat(wire.line()).endsWith("/subscriptions/S1/statistic-values?statisticIds=ready-agent2");
            assertThat(wire.line()).startsWith("GET");
            assertThat(wire.line()).startsWith("POST");
            assertThat(wire.line()).isEqualTo("DELETE /statistics/v3/subscriptions/S1");
        }
    }

    @Test
    void valuesAreRead() {
        StatisticsSnippets guide = new StatisticsSnippets(StatisticsClients.offline());
        assertThat(guide.reading(new Value(Samples.tree("{\"intValue\":5}")))).isEqualTo("5 s");
        assertThat(guide.reading(new Value(Samples.tree("\"Ready\"")))).isEqualTo("Ready");
        assertThat(guide.reading(Value.NONE)).isEqualTo("-");
        assertThat(guide.state(new Value(Samples.tree("{\"state\":\"Ready\",\"since\":7}"))))
                .isEqualTo(new StatisticsSnippets.AgentState("Ready", 7));
        assertThat(guide.anyKey())
                .hasToString("{\"category\":\"TotalNumber\",\"mainMask\":\"CallInbound,CallOutbound\","
                        + "\"objectTypes\":\"Agent\",\"distinguishByConnID\":true}");
    }

    @Test
    void whatIsMissingIsShown() {
        String answer =
                "{\"status\":{\"code\":2},\"errors\":[{\"status\":{\"code\":17,\"message\":\"no such object\"}}],"
                        + "\"data\":{\"statistics\":[" + Samples.element("s", "a", "5") + "]}}";
        try (Wire wire = new Wire().answer(200, answer)) {
            StatisticsSnippets guide = new StatisticsSnippets(wire.statistics);
            guide.partial(List.of(
                    Statistic.named("s").agent("a"), Statistic.named("s").agent("b")));
            assertThat(guide.shown).containsExactly("b: no value of s", "server: no such object");
        }
    }
}
