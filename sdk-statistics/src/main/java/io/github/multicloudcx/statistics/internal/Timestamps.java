package io.github.multicloudcx.statistics.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads milliseconds since the epoch. */
public final class Timestamps {
    private static final int LONGEST_NUMBER = 40;

    private Timestamps() {}

    /** The instant of an integer, a decimal or a text of digits; null for anything else, which spoils no value. */
    public static @Nullable Instant parse(@Nullable JsonNode json) {
        if (json != null && json.isIntegralNumber() && json.canConvertToLong()) {
            return Instant.ofEpochMilli(json.longValue());
        }
        if (json == null || !(json.isNumber() || json.isTextual())) {
            return null;
        }
        String text = json.asText().strip();
        try {
            return text.length() > LONGEST_NUMBER ? null : instant(new BigDecimal(text));
        } catch (ArithmeticException | NumberFormatException e) {
            return null;
        }
    }

    private static Instant instant(BigDecimal milliseconds) {
        boolean small = milliseconds.precision() - milliseconds.scale() <= 0;
        return Instant.ofEpochMilli(
                small ? 0 : milliseconds.setScale(0, RoundingMode.DOWN).longValueExact());
    }
}
