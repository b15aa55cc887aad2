package io.github.multicloudcx.udm.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchedulerParamTest {
    @Test
    void eachScheduleSetsItsOwnFieldsOnly() {
        Instant start = Instant.parse("2026-01-05T12:00:00Z");
        assertThat(SchedulerParam.now()).isEqualTo(new SchedulerParam(true, null, null, null));
        assertThat(SchedulerParam.at(start)).isEqualTo(new SchedulerParam(null, null, null, "2026-01-05T12:00:00Z"));
        assertThat(SchedulerParam.at("tomorrow")).isEqualTo(new SchedulerParam(null, null, null, "tomorrow"));
        assertThat(SchedulerParam.cron("0 2 * * *").runs(10).startingAt(start))
                .isEqualTo(new SchedulerParam(null, "0 2 * * *", "10", "2026-01-05T12:00:00Z"));
        assertThat(SchedulerParam.cron("0 2 * * *").startingAt("tomorrow"))
                .isEqualTo(new SchedulerParam(null, "0 2 * * *", null, "tomorrow"));
    }

    @Test
    void aTimeWithoutAZoneIsUtcByTheNameOfTheMethod() {
        LocalDateTime start = LocalDateTime.of(2026, 7, 1, 2, 0);
        assertThat(SchedulerParam.atUtc(start).startDate()).isEqualTo("2026-07-01T02:00:00Z");
        assertThat(SchedulerParam.cron("0 2 * * *").startingAtUtc(start).startDate())
                .isEqualTo("2026-07-01T02:00:00Z");
    }

    @Test
    void aTimeOfAnotherOffsetIsConvertedByTheCaller() {
        OffsetDateTime start = OffsetDateTime.parse("2026-07-01T02:00:00+02:00");
        assertThat(SchedulerParam.at(start.toInstant()).startDate()).isEqualTo("2026-07-01T00:00:00Z");
    }

    @Test
    void timesAreSentInWholeMilliseconds() {
        Instant start = Instant.parse("2026-01-05T12:00:00.123456789Z");
        assertThat(SchedulerParam.at(start).startDate()).isEqualTo("2026-01-05T12:00:00.123Z");
    }

    /** The reference rules out no combination, and its sample has all of them. */
    @Test
    void whatTheReferenceDoesNotRuleOutIsPossible() {
        assertThat(SchedulerParam.now().startingAt("tomorrow").runs(1))
                .isEqualTo(new SchedulerParam(true, null, "1", "tomorrow"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 2 * * *",
                " 0  2 * * 1-5 ",
                "0 0 2 * * ?",
                "0 0 2 ? * MON#1 2026",
                "H H(0-7) * * *",
                "@daily",
                "@hourly",
                "@annually"
            })
    void aCronExpressionIsSentAsItIs(String expression) {
        assertThat(SchedulerParam.cron(expression).cron()).isEqualTo(expression);
    }

    @ParameterizedTest
    @ValueSource(strings = {"daily", "0 2 * *", "1 2 3 4 5 6 7 8", "@reboot", "@every 1h", "@Daily", "@daily 2"})
    void anExpressionThatNoDialectKnowsIsRefused(String expression) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SchedulerParam.cron(expression))
                .withMessage("cron must have 5 to 7 fields or be one of @hourly, @daily, @midnight, @weekly, @monthly,"
                        + " @yearly, @annually");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TZ=Europe/Berlin 0 2 * * *", "CRON_TZ=UTC 0 2 * * *", " tz = x 0 2 * * *"})
    void aTimeZoneIsRefused(String expression) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SchedulerParam.cron(expression))
                .withMessage("cron must not name a time zone; schedules are in UTC");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 2 * * *\n", "0\t2 * * *", "0 2 * * *\u0000", "0 2 * * *\r\n0 3 * * *"})
    void controlCharactersAreRefused(String expression) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SchedulerParam.cron(expression))
                .withMessageStartingWith("cron must not hold a line break, a tab");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-05T10:00:00Z",
                "2026-01-05T10:00:00.123Z",
                "2026-01-05T10:00:00+00:00",
                "2026-01-05T10:00-00:00",
                "2026-01-05 10:00:00 +0000",
                "2026-01-05T10:00:00Z[UTC]",
                "2026-01-05 10:00 UTC",
                "2026-01-05 10:00 Etc/UTC",
                "Mon, 05 Jan 2026 10:00:00 GMT",
                "20260105T100000Z",
                "2026-01-05T10:00:00",
                "2026-01-05 10:00",
                "01/05/2026 10:00 AM",
                "1/5/26, 10:00 pm",
                "2026-01-05",
                "2026-01-05Z",
                "05-01-2026",
                "1767607200000",
                "tomorrow at 10:00 sharp"
            })
    void aStartInUtcOrWithoutAZoneIsSentAsItIs(String start) {
        assertThat(SchedulerParam.at(start).startDate()).isEqualTo(start);
        assertThat(SchedulerParam.now().startingAt(start).startDate()).isEqualTo(start);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-01-05T10:00:00+01:00 | +01:00",
                "2026-01-05T10:00:00.5-05:00 | -05:00",
                "2026-01-05T10:00+0530 | +0530",
                "2026-01-05 10:00 +01 | +01",
                "2026-01-05T10:00:00+01:00[Europe/Berlin] | +01:00[Europe/Berlin]",
                "2026-01-05T10:00:00Z[Europe/London] | Z[Europe/London]",
                "2026-01-05T10:00[Europe/London] | [Europe/London]",
                "2026-01-05 10:00 GMT+1 | GMT+1",
                "2026-01-05 10:00 AM CET | CET",
                "2026-01-05 10:00 Europe/Berlin | Europe/Berlin",
                "20260105T100000+0100 | +0100",
                "2026-01-05+01:00 | +01:00",
                "2026-01-05T10:00:00+00:30 | +00:30"
            })
    void aStartInAnotherZoneIsRefused(String start, String zone) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SchedulerParam.at(start))
                .withMessage("start must be in UTC (Z, +00:00 or no zone at all), not in " + zone
                        + "; convert it, or pass an Instant");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SchedulerParam.now().startingAt(start));
    }

    @Test
    void badSchedulesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> SchedulerParam.cron(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> SchedulerParam.at(""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SchedulerParam.cron("* * * * *").runs(0))
                .withMessage("runs must be 1 or more, not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SchedulerParam.atUtc(null))
                .withMessage("start is required");
    }
}
