package io.github.multicloudcx.udm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.udm.model.CronSchedule;
import io.github.multicloudcx.udm.model.JobInfo;
import io.github.multicloudcx.udm.model.SchedulerParam;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** When scheduled jobs run, against the sandbox, which reads five fields as Unix does and six as Quartz does. */
class SchedulesTest {
    private static final LocalTime HALF_PAST_TWO = LocalTime.of(2, 30);

    /** From Monday, 5 January, 10:00 on, which is a time of its own. */
    static Stream<Arguments> schedules() {
        return Stream.of(
                        arguments(CronSchedule.daily(HALF_PAST_TWO), "2026-01-06T02:30:00Z", "2026-01-07T02:30:00Z"),
                        arguments(
                                CronSchedule.weekly(DayOfWeek.SUNDAY, HALF_PAST_TWO),
                                "2026-01-11T02:30:00Z",
                                "2026-01-18T02:30:00Z"),
                        arguments(
                                CronSchedule.weekly(DayOfWeek.MONDAY, HALF_PAST_TWO),
                                "2026-01-12T02:30:00Z",
                                "2026-01-19T02:30:00Z"),
                        arguments(
                                CronSchedule.weekly(DayOfWeek.SATURDAY, HALF_PAST_TWO),
                                "2026-01-10T02:30:00Z",
                                "2026-01-17T02:30:00Z"),
                        arguments(
                                CronSchedule.monthly(31, HALF_PAST_TWO),
                                "2026-01-31T02:30:00Z",
                                "2026-03-31T02:30:00Z"),
                        arguments(CronSchedule.everyHours(6), "2026-01-05T12:00:00Z", "2026-01-05T18:00:00Z"),
                        arguments(CronSchedule.everyHours(1), "2026-01-05T10:00:00Z", "2026-01-05T11:00:00Z"))
                .flatMap(List::stream);
    }

    private static List<Arguments> arguments(CronSchedule schedule, String first, String second) {
        List<Instant> runs = List.of(Instant.parse(first), Instant.parse(second));
        return List.of(Arguments.of(schedule.unix(), runs), Arguments.of(schedule.quartz(), runs));
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void runsWhenTheScheduleSays(String cron, List<Instant> runs) {
        assertThat(runs(SchedulerParam.cron(cron).runs(2))).isEqualTo(runs);
    }

    @Test
    void daylightSavingTimeMovesNothing() {
        CronSchedule daily = CronSchedule.daily(HALF_PAST_TWO);
        LocalDateTime beforeSummerInEurope = LocalDateTime.of(2026, 3, 28, 12, 0);
        assertThat(runs(SchedulerParam.cron(daily.unix())
                        .startingAtUtc(beforeSummerInEurope)
                        .runs(2)))
                .containsExactly(Instant.parse("2026-03-29T02:30:00Z"), Instant.parse("2026-03-30T02:30:00Z"));
    }

    @Test
    void beginsAtItsStartDate() {
        Instant start = LocalDateTime.of(2026, 2, 1, 0, 0).toInstant(ZoneOffset.UTC);
        assertThat(runs(SchedulerParam.cron(CronSchedule.everyHours(12).quartz())
                        .startingAt(start)
                        .runs(1)))
                .allMatch(run -> !run.isBefore(start))
                .hasSize(1);
    }

    private static List<Instant> runs(SchedulerParam schedule) {
        try (Deployment deployment = Deployment.ready()) {
            long id = deployment.create(
                    Deployment.contacts("nightly").schedulerParam(schedule).build());
            deployment.later(Duration.ofDays(100));
            try (Stream<JobInfo> runs = deployment.udm.history().list().jobId(id).orderBy("createdDate").stream()) {
                return runs.filter(run -> run.parentId() != null)
                        .map(JobInfo::createdAt)
                        .toList();
            }
        }
    }
}
