package io.github.multicloudcx.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.error.DecodeException;
import io.github.multicloudcx.statistics.model.ObjectType;
import io.github.multicloudcx.statistics.model.PeekedStatisticValue;
import io.github.multicloudcx.statistics.model.PeekedStatistics;
import io.github.multicloudcx.statistics.model.Statistic;
import io.github.multicloudcx.statistics.model.StatisticData;
import io.github.multicloudcx.statistics.model.StatisticValue;
import io.github.multicloudcx.statistics.model.Value;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every form of an answer that the reference documents or leaves possible. */
class AnswerFormsTest {
    private static final Statistic STATE = Statistic.named("CurrentAgentState").agent("agent2");
    private static final Statistic TIME = Statistic.named("TimeInCurrentState").agent("agent2");

    @Test
    void aSingleValueMayHaveNothingButValueAndTimestamp() {
        try (Wire wire = new Wire().answer(200, Samples.json("getStatisticValue.overview.200"))) {
            assertThat(wire.statistics.value(STATE).execute())
                    .isEqualTo(new PeekedStatisticValue(
                            "CurrentAgentState", "agent2", ObjectType.AGENT, Samples.TIME, Samples.EMPTY));
            assertThat(wire.line())
                    .isEqualTo(
                            "GET /statistics/v3/statistic-values/CurrentAgentState?objectId=agent2&objectType=Agent");
        }
    }

    @Test
    void namesAndIdsReachTheServerWhateverIsInThem() {
        try (Wire wire = new Wire().answer(200, Samples.json("getStatisticValue.overview.200"))) {
            wire.statistics
                    .value(Statistic.named("100%/ä?x").queue("9000@switch&a=b"))
                    .execute();
            RecordedRequest request = wire.take();
            assertThat(request.getTarget())
                    .startsWith("/statistics/v3/statistic-values/100%25%2F%C3%A4%3Fx?")
                    .doesNotContain("&a=b");
            assertThat(request.getUrl().queryParameter("objectId")).isEqualTo("9000@switch&a=b");
            assertThat(request.getUrl().queryParameter("objectType")).isEqualTo("Queue");
        }
    }

    @Test
    void whatTheServerSaysAboutASingleValueWins() {
        try (Wire wire = new Wire()
                .answer(
                        200,
                        "{\"status\":{\"code\":0},\"data\":{\"statistic\":{\"name\":\"n\",\"objectType\":\"Place\","
                                + "\"objectId\":\"o\",\"value\":5}}}")) {
            assertThat(wire.statistics.value(STATE).execute())
                    .isEqualTo(new PeekedStatisticValue(
                            "n", "o", new ObjectType("Place"), null, new Value(Samples.tree("5"))));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"statistic\":null}"})
    void aSingleValueThatIsNotThereIsAnErrorThatNamesThePlace(String data) {
        try (Wire wire = new Wire().answer(200, "{\"status\":{\"code\":0},\"data\":" + data + "}")) {
            assertThatExceptionOfType(DecodeException.class)
                    .isThrownBy(() -> wire.statistics.value(STATE).execute())
                    .withMessageContaining("GET /statistics/v3/statistic-values/{statisticName}")
                    .withMessageContaining("$.data.statistic is missing")
                    .satisfies(e -> assertThat(e.attempts()).hasSize(1))
                    .satisfies(e -> assertThat(e).hasMessageContaining(e.traceId()));
        }
    }

    @Test
    void theSamplesOfTheOverviewAreAskedForAndRead() {
        try (Wire wire = new Wire().answer(200, Samples.json("getStatisticValues.overview.200"))) {
            PeekedStatistics values =
                    wire.statistics.values(List.of(STATE, TIME)).execute();
            assertThat(values.statistics())
                    .extracting(PeekedStatisticValue::name, PeekedStatisticValue::timestamp)
                    .containsExactly(
                            tuple("CurrentAgentState", Samples.TIME), tuple("TimeInCurrentState", Samples.TIME));
            assertThat(values.complete()).isTrue();
            assertThat(Samples.tree(wire.take().getBody().utf8()))
                    .isEqualTo(Samples.tree(Samples.json("getStatisticValues.request")));
        }
    }

    static Stream<String> anyValue() {
        return Stream.of("{}", "{\"intValue\":5}", "5", "5.5", "\"5\"", "true", "[1]", "{\"a\":{\"b\":null}}");
    }

    @ParameterizedTest
    @MethodSource("anyValue")
    void aValueIsAnyJson(String json) {
        Value expected = new Value(Samples.tree(json));
        String element = Samples.element("CurrentAgentState", "agent2", json);
        try (Wire wire = new Wire()
                .answer(200, "{\"status\":{\"code\":0},\"data\":{\"statistic\":" + element + "}}")
                .answer(200, Samples.statistics(0, element))
                .answer(200, Samples.statistics(0, element))
                .answer(200, Samples.statistics(0, element))) {
            assertThat(wire.statistics.value(STATE).execute().value()).isEqualTo(expected);
            assertThat(wire.statistics.values(List.of(STATE)).execute().statistics())
                    .extracting(PeekedStatisticValue::value)
                    .containsExactly(expected);
            assertThat(wire.statistics
                            .subscriptions()
                            .create(List.of(STATE))
                            .execute()
                            .statistics())
                    .extracting(StatisticValue::value)
                    .containsExactly(expected);
            assertThat(wire.statistics.subscriptions().values("1").execute().statistics())
                    .extracting(StatisticValue::value)
                    .containsExactly(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"value\":null}", "{\"timestamp\":null,\"objectType\":\"\",\"name\":null}"})
    void aValueMayHaveNothingInIt(String element) {
        try (Wire wire = new Wire().answer(200, Samples.statistics(0, element))) {
            StatisticData data = wire.statistics.subscriptions().values("1").execute();
            assertThat(data.statistics()).singleElement().satisfies(value -> {
                assertThat(value.value().present()).isFalse();
                assertThat(value.objectType()).isNull();
                assertThat(value.timestamp()).isNull();
            });
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1490830620000", "1490830620000.0", "1.49083062E12", "\"1490830620000\""})
    void aTimestampIsANumberOrATextOfOne(String json) {
        String element = "{\"timestamp\":" + json + "}";
        try (Wire wire = new Wire().answer(200, Samples.statistics(0, element))) {
            assertThat(wire.statistics.subscriptions().values("1").execute().statistics())
                    .extracting(StatisticValue::timestamp)
                    .containsExactly(Samples.TIME);
        }
    }

    @Test
    void aTimestampThatCannotBeReadSpoilsNoValue() {
        try (Wire wire = new Wire()
                .answer(200, Samples.statistics(0, "{\"timestamp\":\"soon\",\"value\":7}", "{\"timestamp\":{}}"))) {
            assertThat(wire.statistics.subscriptions().values("1").execute().statistics())
                    .extracting(StatisticValue::timestamp)
                    .containsExactly((Instant) null, null);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"statistics\":null}", "{\"statistics\":[]}", "{\"statistics\":[null]}"})
    void valuesThatAreNotAnsweredAreMissing(String data) {
        try (Wire wire = new Wire().answer(200, "{\"status\":{\"code\":0},\"data\":" + data + "}")) {
            PeekedStatistics values =
                    wire.statistics.values(List.of(STATE, TIME)).execute();
            assertThat(values.missing()).containsExactly(STATE, TIME);
            assertThat(values.complete()).isFalse();
        }
    }

    @Test
    void aPartialAnswerHasValuesErrorsAndWhatIsMissing() {
        String answer =
                "{\"status\":{\"code\":2},\"errors\":[{\"status\":{\"code\":17,\"message\":\"no such statistic\","
                        + "\"detail\":{\"ConfCode\":12345}}}],\"data\":{\"statistics\":["
                        + Samples.element("TimeInCurrentState", "agent2", "5") + "]}}";
        try (Wire wire = new Wire().answer(200, answer)) {
            PeekedStatistics values =
                    wire.statistics.values(List.of(STATE, TIME)).execute();
            assertThat(values.statistics())
                    .extracting(PeekedStatisticValue::name)
                    .containsExactly("TimeInCurrentState");
            assertThat(values.errors()).singleElement().satisfies(error -> {
                assertThat(error.code()).isEqualTo("17");
                assertThat(error.message()).isEqualTo("no such statistic");
                assertThat(error.detail()).isEqualTo(Samples.tree("{\"ConfCode\":12345}"));
            });
            assertThat(values.missing()).containsExactly(STATE);
            assertThat(values.complete()).isFalse();
        }
    }

    @Test
    void valuesComeInTheOrderInWhichTheyWereAskedFor() {
        try (Wire wire = new Wire()
                .answer(
                        200,
                        Samples.statistics(
                                0,
                                Samples.element("Other", "agent2", "1"),
                                Samples.element("TimeInCurrentState", "agent2", "2"),
                                Samples.element("CurrentAgentState", "agent2", "3")))) {
            assertThat(wire.statistics.values(List.of(STATE, TIME)).execute().statistics())
                    .extracting(PeekedStatisticValue::name)
                    .containsExactly("CurrentAgentState", "TimeInCurrentState", "Other");
        }
    }

    @ParameterizedTest
    @CsvSource({"5,$.statistics is not an array", "true,$.statistics is not an array"})
    void statisticsThatAreNoListAreAnErrorThatNamesThePlace(String statistics, String words) {
        try (Wire wire =
                new Wire().answer(200, "{\"status\":{\"code\":0},\"data\":{\"statistics\":" + statistics + "}}")) {
            Call<?> call = wire.statistics.values(List.of(STATE));
            assertThatExceptionOfType(DecodeException.class)
                    .isThrownBy(call::execute)
                    .withMessageContaining(words);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"status\":{\"code\":0}}", "{\"status\":{\"code\":0},\"data\":null}"})
    void whereDataIsDueItsAbsenceIsAnError(String answer) {
        try (Wire wire = new Wire().answer(200, answer)) {
            Call<?> call = wire.statistics.values(List.of(STATE));
            assertThatExceptionOfType(DecodeException.class).isThrownBy(call::execute);
        }
    }

    @Test
    void aDeletedSubscriptionMayBeAnsweredWithAnything() {
        try (Wire wire = new Wire()
                .answer(200, "{\"status\":{\"code\":0}}")
                .answer(200, "{\"status\":{\"code\":1},\"data\":{\"operationId\":\"x\"}}")
                .empty(204)) {
            Subscriptions subscriptions = wire.statistics.subscriptions();
            for (int i = 0; i < 3; i++) {
                assertThat(subscriptions.delete("1").execute()).isNull();
            }
        }
    }
}
