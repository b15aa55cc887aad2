package io.github.multicloudcx.sandbox.internal.udm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronScheduleTest {
    /** A Monday. */
    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "* * * * *;2026-01-05T10:01:00Z",
                "0 3 * * *;2026-01-06T03:00:00Z",
                "*/20 * * * *;2026-01-05T10:20:00Z",
                "30 8-9,14 * * *;2026-01-05T14:30:00Z",
                "0 0 1 * *;2026-02-01T00:00:00Z",
                "0 0 29 2 *;",
                "0 0 * * SUN;2026-01-11T00:00:00Z",
                "0 0 * * 0;2026-01-11T00:00:00Z",
                "0 0 0 ? * SUN;2026-01-11T00:00:00Z",
                "0 0 0 ? * 1;2026-01-11T00:00:00Z",
                "0 0 0 ? * 2 *;2026-01-12T00:00:00Z",
                "0 12 * 6 MON-FRI;2026-06-01T12:00:00Z"
            })
    void finds_the_next_time(String expression, Instant next) {
        assertThat(CronSchedule.parse(expression).orElseThrow().next(START).orElse(null))
                .isEqualTo(next);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "* * * *", "60 * * * *", "a * * * *", "5-1 * * * *", "*/0 * * * *", "0 0 0 ? * FUN"})
    void refuses_what_it_cannot_read(String expression) {
        assertThat(CronSchedule.parse(expression)).isEmpty();
    }

    @Test
    void never_gives_the_time_it_was_asked_from() {
        CronSchedule schedule = CronSchedule.parse("0 10 * * *").orElseThrow();

        assertThat(schedule.next(START)).hasValue(Instant.parse("2026-01-06T10:00:00Z"));
    }
}
