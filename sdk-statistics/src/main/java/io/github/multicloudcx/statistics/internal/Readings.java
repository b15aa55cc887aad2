package io.github.multicloudcx.statistics.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads open JSON without guessing. */
public final class Readings {
    /** Longer than any number that a double can hold; parsing a text of any length would take its time. */
    private static final int LONGEST_NUMBER = 1_000;

    private Readings() {}

    /** The whole number, if it is one and fits. */
    public static OptionalLong asLong(JsonNode json) {
        BigDecimal number = number(json);
        try {
            return number == null ? OptionalLong.empty() : OptionalLong.of(number.longValueExact());
        } catch (ArithmeticException e) {
            return OptionalLong.empty();
        }
    }

    /** The number, if it is one and fits. */
    public static OptionalDouble asDouble(JsonNode json) {
        BigDecimal number = number(json);
        return number == null || !Double.isFinite(number.doubleValue())
                ? OptionalDouble.empty()
                : OptionalDouble.of(number.doubleValue());
    }

    /** The text of a value that stands by itself or in one of the known fields. */
    public static Optional<String> asText(JsonNode json) {
        if (!json.isObject()) {
            return scalar(json);
        }
        return scalar(json.path("stringValue")).or(() -> scalar(json.path("intValue")));
    }

    private static Optional<String> scalar(JsonNode json) {
        return json.isTextual() || json.isNumber() || json.isBoolean() ? Optional.of(json.asText()) : Optional.empty();
    }

    private static @Nullable BigDecimal number(JsonNode json) {
        if (!json.isObject()) {
            return numeric(json);
        }
        BigDecimal whole = numeric(json.path("intValue"));
        return whole == null ? numeric(json.path("stringValue")) : whole;
    }

    private static @Nullable BigDecimal numeric(JsonNode json) {
        if (json.isNumber()) {
            return Double.isFinite(json.doubleValue()) || json.isBigInteger() || json.isBigDecimal()
                    ? json.decimalValue()
                    : null;
        }
        return json.isTextual() ? parsed(json.textValue().strip()) : null;
    }

    private static @Nullable BigDecimal parsed(String text) {
        try {
            return text.length() > LONGEST_NUMBER ? null : new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
