package io.github.multicloudcx.statistics.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.github.multicloudcx.core.error.DecodeException;
import io.github.multicloudcx.statistics.Samples;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTest {
    /** Made up: the values of state statistics are published nowhere. */
    record State(String state, long since) {}

    private static Value value(String json) {
        return new Value(Samples.tree(json));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5                                      | 5    | 5",
                "-7                                     | -7   | -7",
                "0                                      | 0    | 0",
                "5.0                                    | 5    | 5.0",
                "1e3                                    | 1000 | 1000.0",
                "\"5\"                                  | 5    | 5",
                "\" 5 \"                                | 5    | ' 5 '",
                "\"5.0\"                                | 5    | 5.0",
                "\"1e3\"                                | 1000 | 1e3",
                "{\"intValue\":5}                       | 5    | 5",
                "{\"intValue\":5,\"stringValue\":\"x\"} | 5    | x",
                "{\"intValue\":\"5\"}                   | 5    | 5",
                "{\"stringValue\":\"5\"}                | 5    | 5",
                "{\"stringValue\":5}                    | 5    | 5",
                "{\"intValue\":null,\"stringValue\":\"5\",\"timestamp\":null,\"tag\":-1} | 5 | 5",
                "{\"intValue\":9223372036854775807}     | 9223372036854775807 | 9223372036854775807",
                "{\"intValue\":-9223372036854775808}    | -9223372036854775808 | -9223372036854775808",
            })
    void aWholeNumberIsReadWhereverItStands(String json, long number, String text) {
        Value value = value(json);
        assertThat(value.asLong()).hasValue(number);
        assertThat(value.asDouble()).hasValue(number);
        assertThat(value.asText()).contains(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5.5                       | 5.5",
                "\"5.5\"                   | 5.5",
                "{\"intValue\":5.5}        | 5.5",
                "{\"intValue\":5.5,\"stringValue\":\"6\"} | 5.5",
                "{\"stringValue\":\"5.5\"} | 5.5",
                "1e-400                    | 0",
                "0.1                       | 0.1",
                "9223372036854775808       | 9223372036854775808",
                "-9223372036854775809      | -9223372036854775809",
                "1e30                      | 1e30",
                "\"1e300\"                 | 1e300",
            })
    void aNumberThatIsNotWholeOrDoesNotFitIsNeverRounded(String json, double number) {
        Value value = value(json);
        assertThat(value.asDouble()).hasValue(number);
        if (!json.startsWith("1e-400")) {
            assertThat(value.asLong()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "\" \"",
                "\"abc\"",
                "\"5 s\"",
                "\"0x10\"",
                "\"NaN\"",
                "\"Infinity\"",
                "\"1_000\"",
                "true",
                "false",
                "[]",
                "[5]",
                "{}",
                "{\"intValue\":{}}",
                "{\"intValue\":[5]}",
                "{\"intValue\":true}",
                "{\"other\":5}",
                "{\"stringValue\":\"abc\"}",
                "{\"value\":{\"intValue\":5}}"
            })
    void whatIsNoNumberHasNoReadingAsOne(String json) {
        assertThat(value(json).asLong()).isEmpty();
        assertThat(value(json).asDouble()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e400",
                "-1e400",
                "\"1e400\"",
                "\"1e999999999\"",
                "\"-1e2147483647\"",
                "{\"stringValue\":\"1e9999999\"}"
            })
    void whatIsTooLargeHasNoReading(String json) {
        assertThat(value(json).asLong()).isEmpty();
        assertThat(value(json).asDouble()).isEmpty();
    }

    @Test
    void anEndlessTextIsNotParsed() {
        assertThat(new Value(JsonNodeFactory.instance.textNode("9".repeat(10_000_000))).asDouble())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true                           | true",
                "\"abc\"                        | abc",
                "\"\"                           | ''",
                "{\"stringValue\":\"\"}         | ''",
                "{\"stringValue\":\"Ready\"}    | Ready",
                "{\"stringValue\":null,\"intValue\":5} | 5",
                "{\"stringValue\":{},\"intValue\":5}   | 5",
            })
    void aTextIsReadWhereverItStands(String json, String text) {
        assertThat(value(json).asText()).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "[\"a\"]", "{\"text\":\"a\"}", "{\"stringValue\":[\"a\"]}"})
    void whatIsNoTextHasNoReadingAsOne(String json) {
        assertThat(value(json).asText()).isEmpty();
    }

    static Stream<Value> nothing() {
        return Stream.of(Value.NONE, new Value(MissingNode.getInstance()), new Value(NullNode.getInstance()));
    }

    @ParameterizedTest
    @MethodSource("nothing")
    void nothingHasNoReadings(Value value) {
        assertThat(value.present()).isFalse();
        assertThat(value.asLong()).isEmpty();
        assertThat(value.asDouble()).isEmpty();
        assertThat(value.asText()).isEmpty();
        assertThatExceptionOfType(DecodeException.class)
                .isThrownBy(() -> value.as(State.class))
                .withMessage("there is no value to read as " + State.class.getName());
    }

    @Test
    void zeroIsPresent() {
        assertThat(value("0").present()).isTrue();
        assertThat(value("{}").present()).isTrue();
        assertThat(value("\"\"").present()).isTrue();
    }

    @Test
    void aTypeOfTheCallerIsRead() {
        assertThat(value("{\"state\":\"Ready\",\"since\":7,\"more\":{}}").as(State.class))
                .isEqualTo(new State("Ready", 7));
        assertThat(value("5").as(Long.class)).isEqualTo(5L);
        assertThat(value("[1]").as(JsonNode.class)).isEqualTo(Samples.tree("[1]"));
        assertThat((Object) value("[1,2]").as(List.class)).isEqualTo(List.of(1, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"secret\"", "[\"secret\"]", "{\"state\":{\"secret\":1}}", "{\"since\":\"secret\"}"})
    void anotherFormIsAnErrorThatNamesTheTypeAndNotTheValue(String json) {
        assertThatExceptionOfType(DecodeException.class)
                .isThrownBy(() -> value(json).as(State.class))
                .withMessage("the value of the statistic cannot be read as " + State.class.getName())
                .withNoCause();
    }

    @Test
    void aTypeIsRequired() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> value("5").as(null))
                .withMessage("type is required");
        assertThatIllegalArgumentException().isThrownBy(() -> new Value(null)).withMessage("json is required");
    }

    static Stream<Arguments> shapes() {
        List<Function<String, String>> shapes = List.of(
                number -> number,
                number -> "\"" + number + "\"",
                number -> "{\"intValue\":" + number + "}",
                number -> "{\"intValue\":\"" + number + "\"}",
                number -> "{\"stringValue\":\"" + number + "\"}",
                number -> "{\"stringValue\":" + number + ",\"tag\":-1}");
        return shapes.stream().map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void everyLongSurvivesEveryShape(Function<String, String> shape) {
        LongStream edges =
                LongStream.of(0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE);
        LongStream.concat(edges, new Random(1).longs(500)).forEach(number -> {
            Value value = value(shape.apply(Long.toString(number)));
            assertThat(value.asLong()).isEqualTo(OptionalLong.of(number));
            assertThat(value.asText()).contains(Long.toString(number));
        });
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void everyDoubleSurvivesEveryShape(Function<String, String> shape) {
        new Random(2)
                .longs(500)
                .mapToDouble(Double::longBitsToDouble)
                .filter(Double::isFinite)
                .forEach(number -> assertThat(
                                value(shape.apply(Double.toString(number))).asDouble())
                        .isEqualTo(OptionalDouble.of(number)));
    }

    @Test
    void itIsShownAsJson() {
        assertThat(value("{\"intValue\":5}")).hasToString("{\"intValue\":5}");
        assertThat(Value.NONE).hasToString("");
    }
}
