package io.github.multicloudcx.core.internal.pipeline;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The header Retry-After in both its forms (RFC 9110, section 10.2.3). */
final class RetryAfter {
    private static final int MOST_DIGITS = 9;
    private static final Duration FOR_EVER = Duration.ofSeconds(999_999_999);

    private RetryAfter() {}

    /** How long to wait from now on, or null when the header is absent or says nothing understandable. */
    static @Nullable Duration parse(@Nullable String value, Instant now) {
        if (value == null) {
            return null;
        }
        String text = value.trim();
        if (text.matches("\\d+")) {
            return text.length() > MOST_DIGITS ? FOR_EVER : Duration.ofSeconds(Long.parseLong(text));
        }
        return untilDate(text, now);
    }

    private static @Nullable Duration untilDate(String text, Instant now) {
        try {
            Instant date = DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
            return date.isAfter(now) ? Duration.between(now, date) : Duration.ZERO;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
