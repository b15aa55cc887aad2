package io.github.multicloudcx.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.RetryPolicy;
import io.github.multicloudcx.statistics.model.ObjectType;
import io.github.multicloudcx.statistics.model.Statistic;
import io.github.multicloudcx.statistics.model.StatisticData;
import io.github.multicloudcx.statistics.model.StatisticDefinition;
import io.github.multicloudcx.statistics.model.StatisticValue;
import io.github.multicloudcx.statistics.model.Verbosity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionsTest {
    private static final StatisticDefinition DEFINITION = StatisticDefinition.builder()
            .notificationMode("Periodical")
            .notificationFrequency(Duration.ofSeconds(10))
            .insensitivity(1)
            .category("TotalAdjustedTime")
            .subject("DNStatus")
            .intervalType("GrowingWindow")
            .mainMask("WaitForNextCall")
            .dynamicTimeProfile("00:00")
            .dynamicFilter("Media=voice")
            .maskType("DN")
            .build();
    private static final Statistic NAMED =
            Statistic.named("AverageHandlingTime").agent("agent").statisticId("UUID2");
    private static final Statistic DEFINED =
            Statistic.defined(DEFINITION).agent("agent").statisticId("UUID3");

    @Test
    void theSamplesOfTheOverviewAreAskedForAndRead() {
        try (Wire wire = new Wire().answer(200, Samples.json("createSubscription.overview.200"))) {
            StatisticData data = wire.statistics
                    .subscriptions()
                    .create(List.of(NAMED, DEFINED))
                    .operationId("UUID1")
                    .execute();

            var request = wire.take();
            assertThat(request.getTarget()).isEqualTo("/statistics/v3/subscriptions");
            assertThat(Samples.tree(request.getBody().utf8()))
                    .isEqualTo(Samples.tree(Samples.json("createSubscription.request")));
            assertThat(data)
                    .isEqualTo(new StatisticData(
                            "UUID1",
                            "UUID1",
                            List.of(
                                    new StatisticValue(
                                            "UUID2",
                                            "AverageHandlingTime",
                                            "agent",
                                            ObjectType.AGENT,
                                            Samples.TIME,
                                            Samples.EMPTY),
                                    new StatisticValue(
                                            "UUID3", null, "agent", ObjectType.AGENT, Samples.TIME, Samples.EMPTY)),
                            List.of(),
                            List.of()));
            assertThat(data.complete()).isTrue();
        }
    }

    @Test
    void theValuesOfTheOverviewAreRead() {
        try (Wire wire = new Wire().answer(200, Samples.json("getSubscriptionStatisticValues.overview.200"))) {
            StatisticData data = wire.statistics.subscriptions().values("UUID1").execute();
            assertThat(wire.line()).isEqualTo("GET /statistics/v3/subscriptions/UUID1/statistic-values");
            assertThat(data.statistics())
                    .extracting(StatisticValue::statisticId)
                    .containsExactly("UUID2", "UUID3");
            assertThat(data.operationId()).isNull();
            assertThat(data.complete()).isTrue();
        }
    }

    @Test
    void idsThatAreNotChosenAreMadeUpAndDifferFromOneSubscriptionToTheNext() {
        try (Wire wire = new Wire().answer(200, Samples.statistics(0)).answer(200, Samples.statistics(0))) {
            CreateSubscription create = wire.statistics
                    .subscriptions()
                    .create(List.of(
                            Statistic.named("a").agent("1"),
                            Statistic.named("a").agent("2")));
            create.execute();
            create.execute();
            List<String> ids = new ArrayList<>(ids(wire));
            ids.addAll(ids(wire));
            assertThat(ids).hasSize(6).doesNotHaveDuplicates();
            assertThat(ids).allSatisfy(id -> assertThat(UUID.fromString(id)).hasToString(id));
        }
    }

    private static List<String> ids(Wire wire) {
        JsonNode body = Samples.tree(wire.take().getBody().utf8());
        List<String> ids = new ArrayList<>(body.findValuesAsText("statisticId"));
        ids.add(body.path("operationId").asText());
        return ids;
    }

    @Test
    void oneCallKeepsItsIdsWhenItIsRepeated() {
        try (Wire wire = new Wire(RetryPolicy.standard())
                .answer(new mockwebserver3.MockResponse.Builder().code(429).addHeader("Retry-After", "1"))
                .answer(200, Samples.statistics(0))) {
            wire.statistics.subscriptions().create(List.of(NAMED)).execute();
            assertThat(ids(wire)).isEqualTo(ids(wire));
        }
    }

    @Test
    void chosenIdsHaveToBeUnique() {
        Subscriptions subscriptions = StatisticsClients.offline().subscriptions();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> subscriptions.create(List.of(NAMED, DEFINED.statisticId("UUID2"))))
                .withMessage("statisticId must be unique within a subscription, but \"UUID2\" is given twice");
    }

    @Test
    void parametersAreCheckedBeforeAnythingIsSent() {
        Subscriptions subscriptions = StatisticsClients.offline().subscriptions();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> subscriptions.create(List.of()))
                .withMessage("statistics must name one or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> subscriptions.create(null))
                .withMessage("statistics is required");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> subscriptions.create(Arrays.asList(NAMED, null)))
                .withMessage("each of statistics is required");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> subscriptions.create(List.of(NAMED)).operationId(" "))
                .withMessage("operationId is required and must not be blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> subscriptions.create(List.of(NAMED)).verbose(null))
                .withMessage("verbosity is required");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> subscriptions.delete(""))
                .withMessage("subscriptionId is required and must not be blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> subscriptions.values(".."))
                .withMessage("subscriptionId must not be \".\" or \"..\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> subscriptions.values("1").statisticIds(null))
                .withMessage("statisticIds is required");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        subscriptions.values("1").statisticIds(List.of("a,b")).call())
                .withMessage("statisticIds separates values by commas; none may contain one");
    }

    @Test
    void blankIdsAreDroppedAndNothingLeftAsksForAll() {
        try (Wire wire = new Wire().answer(200, Samples.statistics(0)).answer(200, Samples.statistics(0))) {
            SubscriptionValues values = wire.statistics.subscriptions().values("1");
            values.statisticIds(Arrays.asList("a", " ", null, "", "b", "a")).execute();
            values.statisticIds(Arrays.asList(" ", null)).execute();
            assertThat(wire.line()).isEqualTo("GET /statistics/v3/subscriptions/1/statistic-values?statisticIds=a%2Cb");
            assertThat(wire.line()).isEqualTo("GET /statistics/v3/subscriptions/1/statistic-values");
        }
    }

    @Test
    void idsThatAreNotAnsweredAreMissing() {
        try (Wire wire = new Wire()
                .answer(200, Samples.statistics(0, "{\"statisticId\":\"b\"}"))
                .answer(200, Samples.statistics(0, "{\"statisticId\":\"b\"}"))) {
            SubscriptionValues values = wire.statistics.subscriptions().values("1");
            StatisticData some = values.statisticIds(List.of("a", "b", "c")).execute();
            assertThat(some.missingIds()).containsExactly("a", "c");
            assertThat(some.missing()).isEmpty();
            assertThat(some.complete()).isFalse();
            assertThat(values.execute().complete()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"subscriptionId\":\"1\"}", "{\"subscriptionId\":\"1\",\"statistics\":[]}"})
    void nothingIsMissingWhereTheServerWasToldToLeaveTheStatisticsOut(String data) {
        String answer = "{\"status\":{\"code\":0},\"data\":" + data + "}";
        try (Wire wire = new Wire().answer(200, answer).answer(200, answer).answer(200, answer)) {
            Subscriptions subscriptions = wire.statistics.subscriptions();
            StatisticData created =
                    subscriptions.create(List.of(NAMED)).verbose(Verbosity.OFF).execute();
            assertThat(created.complete()).isTrue();
            assertThat(created.subscriptionId()).isEqualTo("1");
            assertThat(subscriptions
                            .values("1")
                            .statisticIds(List.of("a"))
                            .verbose(Verbosity.OFF)
                            .execute()
                            .complete())
                    .isTrue();
            assertThat(subscriptions.create(List.of(NAMED)).execute().missing()).containsExactly(NAMED);
            assertThat(wire.line()).isEqualTo("POST /statistics/v3/subscriptions?verbose=OFF");
            assertThat(wire.line()).endsWith("?statisticIds=a&verbose=OFF");
            assertThat(wire.line()).isEqualTo("POST /statistics/v3/subscriptions");
        }
    }

    @Test
    void aPartialSubscriptionHasDataErrorsAndWhatIsMissing() {
        String answer =
                "{\"status\":{\"code\":2},\"errors\":[{\"status\":{\"code\":17,\"message\":\"bad definition\"}}],"
                        + "\"data\":{\"subscriptionId\":\"S\",\"statistics\":[{\"statisticId\":\"UUID2\"}]}}";
        try (Wire wire = new Wire().answer(200, answer)) {
            StatisticData data = wire.statistics
                    .subscriptions()
                    .create(List.of(NAMED, DEFINED))
                    .execute();
            assertThat(data.subscriptionId()).isEqualTo("S");
            assertThat(data.missing()).containsExactly(DEFINED);
            assertThat(data.missingIds()).containsExactly("UUID3");
            assertThat(data.errors())
                    .singleElement()
                    .satisfies(error -> assertThat(error.message()).isEqualTo("bad definition"));
            assertThat(data.complete()).isFalse();
        }
    }

    @Test
    void aPartialAnswerToldToBeSilentStillHasWhatIsMissing() {
        String answer = "{\"status\":{\"code\":2},\"errors\":[],\"data\":{\"subscriptionId\":\"S\"}}";
        try (Wire wire = new Wire().answer(200, answer)) {
            assertThat(wire.statistics
                            .subscriptions()
                            .create(List.of(NAMED))
                            .verbose(Verbosity.OFF)
                            .execute()
                            .complete())
                    .isFalse();
        }
    }

    @Test
    void idsThatTheServerMadeUpAreRecognised() {
        String answer = "{\"status\":{\"code\":0},\"data\":{\"subscriptionId\":\"other\",\"statistics\":["
                + "{\"statisticId\":\"x\",\"objectId\":\"agent\",\"objectType\":\"Agent\"},"
                + "{\"statisticId\":\"y\",\"name\":\"AverageHandlingTime\",\"objectId\":\"agent\",\"objectType\":\"Agent\"}]}}";
        try (Wire wire = new Wire().answer(200, answer)) {
            StatisticData data = wire.statistics
                    .subscriptions()
                    .create(List.of(DEFINED, NAMED))
                    .execute();
            assertThat(data.complete()).isTrue();
            assertThat(data.subscriptionId()).isEqualTo("other");
        }
    }

    @Test
    void theSettersReturnCopies() {
        try (Wire wire = new Wire().answer(200, Samples.statistics(0)).answer(200, Samples.statistics(0))) {
            CreateSubscription create = wire.statistics.subscriptions().create(List.of(NAMED));
            Call<StatisticData> silent = create.verbose(Verbosity.OFF).call();
            create.executeAsync().join();
            silent.execute();
            assertThat(wire.line()).isEqualTo("POST /statistics/v3/subscriptions");
            assertThat(wire.line()).isEqualTo("POST /statistics/v3/subscriptions?verbose=OFF");
        }
    }
}
