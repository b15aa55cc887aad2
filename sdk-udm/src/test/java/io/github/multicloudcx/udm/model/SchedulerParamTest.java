package io.github.multicloudcx.udm.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SchedulerParamTest {
    @Test
    void eachScheduleSetsItsOwnFieldsOnly() {
        Instant start = Instant.parse("2026-01-05T12:00:00Z");
        assertThat(SchedulerParam.now()).isEqualTo(new SchedulerParam(true, null, null, null));
        assertThat(SchedulerParam.at(start)).isEqualTo(new SchedulerParam(null, null, null, "2026-01-05T12:00:00Z"));
        assertThat(SchedulerParam.at("tomorrow")).isEqualTo(new SchedulerParam(null, null, null, "tomorrow"));
        assertThat(SchedulerParam.cron("0 2 * * *").runs(10).startingAt(start))
                .isEqualTo(new SchedulerParam(null, "0 2 * * *", "10", "2026-01-05T12:00:00Z"));
    }

    @Test
    void badSchedulesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> SchedulerParam.cron(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> SchedulerParam.at(""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SchedulerParam.cron("* * * * *").runs(0))
                .withMessage("runs must be 1 or more, not 0");
    }
}
