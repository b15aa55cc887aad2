package io.github.multicloudcx.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.multicloudcx.core.ApiResponse;
import io.github.multicloudcx.core.RetryPolicy;
import io.github.multicloudcx.core.error.NotFoundException;
import io.github.multicloudcx.core.error.ServerException;
import io.github.multicloudcx.statistics.model.PeekedStatisticValue;
import io.github.multicloudcx.statistics.model.PeekedStatistics;
import io.github.multicloudcx.statistics.model.Statistic;
import io.github.multicloudcx.statistics.model.StatisticDefinition;
import io.github.multicloudcx.testsupport.End;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BatchesTest {
    private static Statistic agent(int number) {
        return Statistic.named("State").agent("a" + number);
    }

    private static List<Statistic> agents(int count) {
        return IntStream.range(0, count).mapToObj(BatchesTest::agent).toList();
    }

    private static String answer(int... agents) {
        return Samples.statistics(
                0,
                IntStream.of(agents)
                        .mapToObj(agent -> Samples.element("State", "a" + agent, Integer.toString(agent)))
                        .toArray(String[]::new));
    }

    private static List<String> asked(Wire wire) {
        return Samples.tree(wire.take().getBody().utf8()).findValuesAsText("objectId");
    }

    @ParameterizedTest
    @EnumSource(End.class)
    void moreThanABatchBecomesSeveralRequestsWhoseValuesComeInOrder(End end) {
        try (Wire wire =
                new Wire().answer(200, answer(1, 0)).answer(200, answer(2, 3)).answer(200, answer(4))) {
            PeekedStatistics values = (PeekedStatistics) end.run(wire.statistics.values(agents(5), 2));
            assertThat(values.statistics())
                    .extracting(PeekedStatisticValue::objectId)
                    .containsExactly("a0", "a1", "a2", "a3", "a4");
            assertThat(values.complete()).isTrue();
            assertThat(asked(wire)).containsExactly("a0", "a1");
            assertThat(asked(wire)).containsExactly("a2", "a3");
            assertThat(asked(wire)).containsExactly("a4");
        }
    }

    @Test
    void fiveHundredAreOneRequestAndOneMoreIsTwo() {
        String all = answer(IntStream.range(0, 500).toArray());
        try (Wire wire = new Wire().answer(200, all).answer(200, all).answer(200, answer(500))) {
            assertThat(wire.statistics.values(agents(500)).execute().statistics())
                    .hasSize(500);
            assertThat(wire.count()).isEqualTo(1);
            assertThat(wire.statistics.values(agents(501)).execute().statistics())
                    .hasSize(501);
            assertThat(wire.count()).isEqualTo(3);
        }
    }

    @Test
    void duplicatesAreAskedForOnceWhateverTheirIds() {
        try (Wire wire = new Wire().answer(200, answer(0, 1))) {
            PeekedStatistics values = wire.statistics
                    .values(List.of(agent(0), agent(1), agent(0), agent(0).statisticId("x")), 2)
                    .execute();
            assertThat(values.statistics())
                    .extracting(PeekedStatisticValue::objectId)
                    .containsExactly("a0", "a1");
            assertThat(asked(wire)).containsExactly("a0", "a1");
        }
    }

    @ParameterizedTest
    @EnumSource(End.class)
    void aBatchThatFailsLeavesItsStatisticsMissingAndItsReasonInTheErrors(End end) {
        try (Wire wire = new Wire()
                .answer(200, answer(0, 1))
                .answer(500, "{\"status\":{\"code\":17,\"message\":\"Stat Server is down\"}}")
                .answer(200, answer(4))) {
            PeekedStatistics values = (PeekedStatistics) end.run(wire.statistics.values(agents(5), 2));
            assertThat(values.statistics())
                    .extracting(PeekedStatisticValue::objectId)
                    .containsExactly("a0", "a1", "a4");
            assertThat(values.missing()).containsExactly(agent(2), agent(3));
            assertThat(values.errors()).singleElement().satisfies(error -> {
                assertThat(error.code()).isEqualTo("17");
                assertThat(error.message())
                        .startsWith("500 Internal Server Error for POST /statistics/v3/operations/get-statistic-ex:"
                                + " Stat Server is down (code 17)");
            });
        }
    }

    @Test
    void theFirstBatchMayFailToo() {
        try (Wire wire = new Wire().empty(404).answer(200, answer(2))) {
            PeekedStatistics values = wire.statistics.values(agents(3), 2).execute();
            assertThat(values.missing()).containsExactly(agent(0), agent(1));
            assertThat(values.statistics())
                    .extracting(PeekedStatisticValue::objectId)
                    .containsExactly("a2");
        }
    }

    @ParameterizedTest
    @EnumSource(End.class)
    void whenAllFailTheFirstFailureIsThrownAndHoldsTheOthers(End end) {
        try (Wire wire = new Wire().empty(404).empty(500)) {
            Throwable failure = catchThrowable(() -> end.run(wire.statistics.values(agents(4), 2)));
            assertThat(failure).isInstanceOf(NotFoundException.class);
            assertThat(failure.getSuppressed()).hasAtLeastOneElementOfType(ServerException.class);
        }
    }

    @Test
    void thePartsOfAnswersComeTogether() {
        String partial = "{\"status\":{\"code\":2},\"errors\":[{\"status\":{\"code\":17}}],\"data\":{\"statistics\":["
                + Samples.element("State", "a2", "1") + "]}}";
        try (Wire wire = new Wire().answer(200, answer(0, 1)).answer(200, partial)) {
            ApiResponse<PeekedStatistics> response =
                    wire.statistics.values(agents(4), 2).executeForResponse();
            assertThat(response.value().missing()).containsExactly(agent(3));
            assertThat(response.errors()).extracting("code").containsExactly("17");
            assertThat(response.envelope().partial()).isTrue();
            assertThat(response.status()).isEqualTo(200);
            assertThat(response.attempts()).hasSize(2);
            assertThat(response.text()).isNull();
            assertThat(response.traceId()).isEqualTo(wire.take().getHeaders().get("X-B3-TraceId"));
        }
    }

    @Test
    void theAttemptsOfAFailedBatchCountToo() {
        try (Wire wire = new Wire(RetryPolicy.standard())
                .empty(503)
                .empty(503)
                .empty(503)
                .answer(200, answer(1))) {
            ApiResponse<PeekedStatistics> response =
                    wire.statistics.values(agents(2), 1).executeForResponse();
            assertThat(response.attempts()).hasSize(4);
            assertThat(response.envelope().partial()).isTrue();
        }
    }

    @Test
    void theOptionsOfTheCallReachEveryRequest() {
        try (Wire wire = new Wire(RetryPolicy.standard()).empty(503).answer(200, answer(1))) {
            PeekedStatistics values = wire.statistics
                    .values(agents(2), 1)
                    .retryPolicy(RetryPolicy.none())
                    .header("X-Mark", "m")
                    .timeout(Duration.ofMinutes(1))
                    .execute();
            assertThat(values.missing()).containsExactly(agent(0));
            assertThat(wire.take().getHeaders().get("X-Mark")).isEqualTo("m");
            assertThat(wire.take().getHeaders().get("X-Mark")).isEqualTo("m");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void aBatchHoldsOneOrMore(int size) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StatisticsClients.offline().values(agents(2), size))
                .withMessage("batchSize must be 1 or more, not " + size);
    }

    @Test
    void definitionsAreRefusedNamingWhichOne() {
        Statistic defined = Statistic.defined(
                        StatisticDefinition.builder().category("CurrentState").build())
                .groupAgents("Support");
        StatisticsClient client = StatisticsClients.offline();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client.values(List.of(agent(0), defined)))
                .withMessage("statistics[1] (of GroupAgents Support) has a definition; only subscriptions take one,"
                        + " here it must have a name");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client.value(defined))
                .withMessageStartingWith("statistic (of GroupAgents Support) has a definition");
    }

    @Test
    void nothingToAskForIsRefused() {
        StatisticsClient client = StatisticsClients.offline();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client.values(List.of()))
                .withMessage("statistics must name one or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client.values(null))
                .withMessage("statistics is required");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client.value(null))
                .withMessage("statistic is required");
    }

    @Test
    void aClosedConnectionEndsTheCallInsteadOfFailingEveryBatch() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(
                        () -> StatisticsClients.offline().values(agents(4), 2).execute());
    }
}
