package io.github.multicloudcx.udm.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronScheduleTest {
    private static final LocalTime HALF_PAST_TWO = LocalTime.of(2, 30);

    @Test
    void everyDay() {
        CronSchedule daily = CronSchedule.daily(HALF_PAST_TWO);
        assertThat(daily.unix()).isEqualTo("30 2 * * *");
        assertThat(daily.quartz()).isEqualTo("0 30 2 * * ?");
    }

    @ParameterizedTest
    @CsvSource({
        "SUNDAY,0,SUN",
        "MONDAY,1,MON",
        "TUESDAY,2,TUE",
        "WEDNESDAY,3,WED",
        "THURSDAY,4,THU",
        "FRIDAY,5,FRI",
        "SATURDAY,6,SAT"
    })
    void everyWeek(DayOfWeek day, String number, String name) {
        CronSchedule weekly = CronSchedule.weekly(day, HALF_PAST_TWO);
        assertThat(weekly.unix()).isEqualTo("30 2 * * " + number);
        assertThat(weekly.quartz()).isEqualTo("0 30 2 ? * " + name);
    }

    @Test
    void everyMonth() {
        CronSchedule monthly = CronSchedule.monthly(31, LocalTime.MIDNIGHT);
        assertThat(monthly.unix()).isEqualTo("0 0 31 * *");
        assertThat(monthly.quartz()).isEqualTo("0 0 0 31 * ?");
    }

    @Test
    void everySoManyHours() {
        assertThat(CronSchedule.everyHours(1)).isEqualTo(new CronSchedule("0 * * * *", "0 0 * * * ?"));
        assertThat(CronSchedule.everyHours(6)).isEqualTo(new CronSchedule("0 */6 * * *", "0 0 0/6 * * ?"));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 5, 7, 24})
    void hoursThatLeaveAShorterGapAtMidnightAreRefused(int hours) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CronSchedule.everyHours(hours))
                .withMessage("hours must be one of 1, 2, 3, 4, 6, 8 and 12, not " + hours);
    }

    @Test
    void badSchedulesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CronSchedule.daily(LocalTime.of(2, 0, 30)))
                .withMessage("time must be a whole minute, not 02:00:30");
        assertThatIllegalArgumentException().isThrownBy(() -> CronSchedule.daily(LocalTime.of(2, 0, 0, 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CronSchedule.monthly(32, HALF_PAST_TWO))
                .withMessage("day must be 1 to 31, not 32");
        assertThatIllegalArgumentException().isThrownBy(() -> CronSchedule.monthly(0, HALF_PAST_TWO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CronSchedule.weekly(null, HALF_PAST_TWO))
                .withMessage("day is required");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CronSchedule.daily(null))
                .withMessage("time is required");
        assertThatIllegalArgumentException().isThrownBy(() -> new CronSchedule("0 2 * * *", " "));
    }
}
