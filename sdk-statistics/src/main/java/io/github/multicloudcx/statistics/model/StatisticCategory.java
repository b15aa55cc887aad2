package io.github.multicloudcx.statistics.model;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.multicloudcx.core.internal.check.Require;

/**
 * What kind of number or state a statistic is. The reference shows {@link #TOTAL_ADJUSTED_TIME} only; Stat Server knows
 * more categories than these, and any text is sent as it is.
 *
 * <p>Statistics API v3, field {@code definition.category}.
 *
 * @param value the text on the wire, not blank
 */
public record StatisticCategory(@JsonValue String value) {
    /** The present state. */
    public static final StatisticCategory CURRENT_STATE = new StatisticCategory("CurrentState");

    /** For how long the present state has lasted. */
    public static final StatisticCategory CURRENT_TIME = new StatisticCategory("CurrentTime");

    /** How many there are at present. */
    public static final StatisticCategory CURRENT_NUMBER = new StatisticCategory("CurrentNumber");

    /** How many there were in the interval. */
    public static final StatisticCategory TOTAL_NUMBER = new StatisticCategory("TotalNumber");

    /** How long it lasted in the interval, counted when it ends. */
    public static final StatisticCategory TOTAL_TIME = new StatisticCategory("TotalTime");

    /** How long it lasted in the interval, counted while it lasts. */
    public static final StatisticCategory TOTAL_ADJUSTED_TIME = new StatisticCategory("TotalAdjustedTime");

    /** How long one lasted on average. */
    public static final StatisticCategory AVERAGE_TIME = new StatisticCategory("AverageTime");

    /** How many there were per hour of the relative mask. */
    public static final StatisticCategory AVERAGE_NUMBER_PER_RELATIVE_HOUR =
            new StatisticCategory("AverageNumberPerRelativeHour");

    /** Which part was answered within the time ranges. */
    public static final StatisticCategory SERVICE_FACTOR_1 = new StatisticCategory("ServiceFactor1");

    /**
     * Checks the text.
     *
     * @param value the text on the wire, not blank
     */
    public StatisticCategory {
        Require.text(value, "category");
    }

    /** The text on the wire. */
    @Override
    public String toString() {
        return value;
    }
}
