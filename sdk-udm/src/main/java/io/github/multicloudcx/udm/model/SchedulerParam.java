package io.github.multicloudcx.udm.model;

import io.github.multicloudcx.core.internal.check.Require;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a job runs. Times are in UTC and do not move with daylight saving time; hourly schedules begin at 00:00 UTC.
 *
 * <p>User Data Management API v10, model "SchedulerParam".
 *
 * @param immediately whether it runs at once
 * @param cron cron expression; the dialect is not documented
 * @param runs how often it runs
 * @param startDate when it begins; the reference documents no format
 */
public record SchedulerParam(
        @Nullable Boolean immediately,
        @Nullable String cron,
        @Nullable String runs,
        @Nullable String startDate) {
    /**
     * At once, and once.
     *
     * @return the schedule
     */
    public static SchedulerParam now() {
        return new SchedulerParam(true, null, null, null);
    }

    /**
     * Once, at a time that is sent as ISO 8601 in UTC.
     *
     * @param start when
     * @return the schedule
     */
    public static SchedulerParam at(Instant start) {
        return at(Require.present(start, "start").toString());
    }

    /**
     * Once, at a time in the words of the server.
     *
     * @param start when, sent as it is
     * @return the schedule
     */
    public static SchedulerParam at(String start) {
        return new SchedulerParam(null, null, null, Require.text(start, "start"));
    }

    /**
     * Again and again. Each run is a job of its own, whose {@code parentId} is the id of this one.
     *
     * @param expression cron expression, sent as it is; the dialect is not documented
     * @return the schedule
     */
    public static SchedulerParam cron(String expression) {
        return new SchedulerParam(null, Require.text(expression, "cron"), null, null);
    }

    /**
     * Limits how often it runs.
     *
     * @param number 1 or more
     * @return a copy
     */
    public SchedulerParam runs(int number) {
        return new SchedulerParam(immediately, cron, Long.toString(Require.positive(number, "runs")), startDate);
    }

    /**
     * Sets when the schedule begins, sent as ISO 8601 in UTC.
     *
     * @param start when
     * @return a copy
     */
    public SchedulerParam startingAt(Instant start) {
        return new SchedulerParam(
                immediately, cron, runs, Require.present(start, "start").toString());
    }
}
