package io.github.multicloudcx.udm.model;

import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.udm.internal.CronText;
import io.github.multicloudcx.udm.internal.UtcText;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * When a job runs. Times are in UTC and do not move with daylight saving time; hourly schedules begin at 00:00 UTC. A time
 * with another offset is converted by {@code toInstant()} before it comes here, where everybody sees it.
 *
 * <p>The factories check what they are given. The reference does not say how {@code immediately}, {@code cron} and
 * {@code startDate} go together, so any of them can be.
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
     * Once, at a time that is sent as ISO 8601 in UTC, in whole milliseconds.
     *
     * @param start when
     * @return the schedule
     */
    public static SchedulerParam at(Instant start) {
        return new SchedulerParam(null, null, null, text(start));
    }

    /**
     * Once, at a time in the words of the server, because the reference documents no format.
     *
     * @param start when, sent as it is; UTC if it names a zone or an offset
     * @return the schedule
     * @throws IllegalArgumentException when it has another offset than that of UTC
     */
    public static SchedulerParam at(String start) {
        return new SchedulerParam(null, null, null, UtcText.check(start, "start"));
    }

    /**
     * Once, at a time in UTC.
     *
     * @param start when, in UTC
     * @return the schedule
     */
    public static SchedulerParam atUtc(LocalDateTime start) {
        return at(utc(start));
    }

    /**
     * Again and again. Each run is a job of its own, whose {@code parentId} is the id of this one.
     *
     * <p>The dialect is not documented; {@link CronSchedule} writes common schedules in the one that you choose. What is
     * wrong in every dialect is refused, and so are time zones, because schedules are in UTC.
     *
     * @param expression cron expression, sent as it is: 5 to 7 fields, or one of {@code @hourly}, {@code @daily},
     *     {@code @midnight}, {@code @weekly}, {@code @monthly}, {@code @yearly} and {@code @annually}, which only some
     *     dialects know
     * @return the schedule
     * @throws IllegalArgumentException when it has fewer or more fields, a control character or a time zone
     */
    public static SchedulerParam cron(String expression) {
        return new SchedulerParam(null, CronText.check(expression), null, null);
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
     * Sets when the schedule begins, sent as ISO 8601 in UTC, in whole milliseconds.
     *
     * @param start when
     * @return a copy
     */
    public SchedulerParam startingAt(Instant start) {
        return new SchedulerParam(immediately, cron, runs, text(start));
    }

    /**
     * Sets when the schedule begins, in the words of the server, because the reference documents no format.
     *
     * @param start when, sent as it is; UTC if it names a zone or an offset
     * @return a copy
     * @throws IllegalArgumentException when it has another offset than that of UTC
     */
    public SchedulerParam startingAt(String start) {
        return new SchedulerParam(immediately, cron, runs, UtcText.check(start, "start"));
    }

    /**
     * Sets when the schedule begins.
     *
     * @param start when, in UTC
     * @return a copy
     */
    public SchedulerParam startingAtUtc(LocalDateTime start) {
        return startingAt(utc(start));
    }

    private static Instant utc(LocalDateTime start) {
        return Require.present(start, "start").toInstant(ZoneOffset.UTC);
    }

    private static String text(Instant start) {
        return Require.present(start, "start").truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
