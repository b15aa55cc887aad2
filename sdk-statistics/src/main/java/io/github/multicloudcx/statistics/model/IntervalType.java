package io.github.multicloudcx.statistics.model;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.multicloudcx.core.internal.check.Require;

/**
 * Over which time a statistic is reckoned. The reference shows {@link #GROWING_WINDOW} only; any text is sent as it is.
 *
 * <p>Statistics API v3, field {@code definition.intervalType}.
 *
 * @param value the text on the wire, not blank
 */
public record IntervalType(@JsonValue String value) {
    /** Since the last reset, which the dynamic time profile sets. */
    public static final IntervalType GROWING_WINDOW = new IntervalType("GrowingWindow");

    /** The last so many seconds, as the dynamic time profile says. */
    public static final IntervalType SLIDING_WINDOW = new IntervalType("SlidingWindow");

    /**
     * Checks the text.
     *
     * @param value the text on the wire, not blank
     */
    public IntervalType {
        Require.text(value, "intervalType");
    }

    /** The text on the wire. */
    @Override
    public String toString() {
        return value;
    }
}
