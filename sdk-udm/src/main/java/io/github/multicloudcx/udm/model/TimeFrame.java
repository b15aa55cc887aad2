package io.github.multicloudcx.udm.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.udm.internal.Times;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Range of the exported data. {@link #all()} and {@link #between(Instant, Instant)} make one.
 *
 * <p>User Data Management API v10, model "TimeFrame".
 *
 * @param everything whether everything is exported; {@code all} on the wire
 * @param dateFrom begin of the range; the reference documents no format
 * @param dateTo end of the range; the reference documents no format
 */
@JsonPropertyOrder({"all", "dateFrom", "dateTo"})
public record TimeFrame(
        @JsonProperty("all") @Nullable Boolean everything,
        @Nullable String dateFrom,
        @Nullable String dateTo) {
    /**
     * Everything there is.
     *
     * @return the range
     */
    public static TimeFrame all() {
        return new TimeFrame(true, null, null);
    }

    /**
     * A range, sent as ISO 8601 in UTC such as {@code 2026-01-05T10:00:00Z}, in whole milliseconds.
     *
     * @param from its begin
     * @param to its end, after the begin
     * @return the range
     * @throws IllegalArgumentException when the end is not after the begin
     */
    public static TimeFrame between(Instant from, Instant to) {
        return between(
                Require.present(from, "from").truncatedTo(ChronoUnit.MILLIS).toString(),
                Require.present(to, "to").truncatedTo(ChronoUnit.MILLIS).toString());
    }

    /**
     * A range in the words of the server, because the reference documents no format.
     *
     * @param from its begin, sent as it is
     * @param to its end, sent as it is
     * @return the range
     * @throws IllegalArgumentException when the end is not after the begin, as far as both can be read as dates
     */
    public static TimeFrame between(String from, String to) {
        Instant begin = Times.parse(Require.text(from, "from"));
        Instant end = Times.parse(Require.text(to, "to"));
        if (begin != null && end != null && !end.isAfter(begin)) {
            throw new IllegalArgumentException("to must be after from, but " + to + " is not after " + from);
        }
        return new TimeFrame(null, from, to);
    }
}
