package io.github.multicloudcx.sandbox.internal.udm;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/**
 * Times of a repeated job, in UTC and to the minute. The dialect is not documented: five fields are read as Unix does,
 * six or seven as Quartz does.
 */
final class CronSchedule {
    private static final Duration HORIZON = Duration.ofDays(366);

    private final BitSet minutes;
    private final BitSet hours;
    private final BitSet days;
    private final BitSet months;
    private final BitSet weekdays;

    private CronSchedule(String[] fields, boolean quartz) {
        minutes = CronField.parse(fields[0], 0, 59);
        hours = CronField.parse(fields[1], 0, 23);
        days = CronField.parse(fields[2], 1, 31);
        months = CronField.parse(fields[3], 1, 12);
        weekdays = CronField.weekdays(fields[4], quartz);
    }

    static Optional<CronSchedule> parse(String expression) {
        String[] fields = expression.strip().split("\\s+");
        boolean quartz = fields.length == 6 || fields.length == 7;
        if (fields.length != 5 && !quartz) {
            return Optional.empty();
        }
        try {
            String[] five = quartz ? Arrays.copyOfRange(fields, 1, 6) : fields;
            return Optional.of(new CronSchedule(five, quartz));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** The first time after the given one, within a year. */
    Optional<Instant> next(Instant after) {
        ZonedDateTime time =
                after.atZone(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
        ZonedDateTime end = time.plus(HORIZON);
        while (time.isBefore(end)) {
            if (!dayMatches(time)) {
                time = time.truncatedTo(ChronoUnit.DAYS).plusDays(1);
            } else if (!hours.get(time.getHour())) {
                time = time.truncatedTo(ChronoUnit.HOURS).plusHours(1);
            } else if (!minutes.get(time.getMinute())) {
                time = time.plusMinutes(1);
            } else {
                return Optional.of(time.toInstant());
            }
        }
        return Optional.empty();
    }

    private boolean dayMatches(ZonedDateTime time) {
        return months.get(time.getMonthValue())
                && days.get(time.getDayOfMonth())
                && weekdays.get(time.getDayOfWeek().getValue());
    }
}
