package io.github.multicloudcx.udm.model;

import io.github.multicloudcx.core.internal.check.Require;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A common schedule in the two spellings that schedulers know, because the reference does not say which one the server
 * takes: {@code SchedulerParam.cron(CronSchedule.daily(LocalTime.of(2, 0)).unix())}. Times are in UTC and do not move with
 * daylight saving time.
 *
 * @param unix five fields: minute, hour, day of month, month, day of week; weekdays are numbers from 0 for Sunday to 6 for
 *     Saturday
 * @param quartz six fields, as Quartz has them: the second before the others, {@code ?} for the day that is not looked at;
 *     weekdays are names, because their numbers differ between schedulers of six fields
 */
public record CronSchedule(String unix, String quartz) {
    private static final List<Integer> WHOLE_PARTS_OF_A_DAY = List.of(1, 2, 3, 4, 6, 8, 12);
    private static final int LONGEST_MONTH = 31;
    private static final int LETTERS_OF_A_DAY = 3;

    /**
     * Checks that both spellings are there.
     *
     * @param unix five fields: minute, hour, day of month, month, day of week
     * @param quartz six fields: the second before the others
     */
    public CronSchedule {
        Require.text(unix, "unix");
        Require.text(quartz, "quartz");
    }

    /**
     * Once a day.
     *
     * @param time time of day in UTC, a whole minute
     * @return the schedule
     */
    public static CronSchedule daily(LocalTime time) {
        return at(time, "* * *", "* * ?");
    }

    /**
     * Once a week.
     *
     * @param day day of the week in UTC
     * @param time time of day in UTC, a whole minute
     * @return the schedule
     */
    public static CronSchedule weekly(DayOfWeek day, LocalTime time) {
        Require.present(day, "day");
        String name = day.name().substring(0, LETTERS_OF_A_DAY);
        return at(time, "* * " + day.getValue() % DayOfWeek.values().length, "? * " + name);
    }

    /**
     * Once a month; not in a month that has no such day.
     *
     * @param day day of the month in UTC, 1 to 31
     * @param time time of day in UTC, a whole minute
     * @return the schedule
     */
    public static CronSchedule monthly(int day, LocalTime time) {
        if (day < 1 || day > LONGEST_MONTH) {
            throw new IllegalArgumentException("day must be 1 to 31, not " + day);
        }
        return at(time, day + " * *", day + " * ?");
    }

    /**
     * Every so many hours, counted from 00:00 UTC.
     *
     * @param hours 1, 2, 3, 4, 6, 8 or 12: cron begins anew each day, so that others would leave a shorter gap at midnight
     * @return the schedule
     */
    public static CronSchedule everyHours(int hours) {
        if (!WHOLE_PARTS_OF_A_DAY.contains(hours)) {
            throw new IllegalArgumentException("hours must be one of 1, 2, 3, 4, 6, 8 and 12, not " + hours);
        }
        return hours == 1
                ? new CronSchedule("0 * * * *", "0 0 * * * ?")
                : new CronSchedule("0 */" + hours + " * * *", "0 0 0/" + hours + " * * ?");
    }

    private static CronSchedule at(LocalTime time, String unixDay, String quartzDay) {
        if (!Require.present(time, "time").equals(time.truncatedTo(ChronoUnit.MINUTES))) {
            throw new IllegalArgumentException("time must be a whole minute, not " + time);
        }
        String clock = time.getMinute() + " " + time.getHour() + " ";
        return new CronSchedule(clock + unixDay, "0 " + clock + quartzDay);
    }
}
