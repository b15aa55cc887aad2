package io.github.multicloudcx.udm.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeFrameTest {
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    @Test
    void isSentInUtc() {
        assertThat(TimeFrame.between(NOON, NOON.plusMillis(1)))
                .isEqualTo(new TimeFrame(null, "2026-01-05T12:00:00Z", "2026-01-05T12:00:00.001Z"));
        assertThat(TimeFrame.all()).isEqualTo(new TimeFrame(true, null, null));
    }

    @Test
    void aRangeThatEndsBeforeItBeginsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeFrame.between(NOON, NOON.minusSeconds(1)))
                .withMessage("to must be after from, but 2026-01-05T11:59:59Z is not after 2026-01-05T12:00:00Z");
        assertThatIllegalArgumentException().isThrownBy(() -> TimeFrame.between(NOON, NOON));
        assertThatIllegalArgumentException().isThrownBy(() -> TimeFrame.between("2026-01-05", "2026-01-04 23:00"));
    }

    @Test
    void wordsOfTheServerAreTakenAsTheyAre() {
        assertThat(TimeFrame.between("last week", "today")).isEqualTo(new TimeFrame(null, "last week", "today"));
        assertThatIllegalArgumentException().isThrownBy(() -> TimeFrame.between("", "today"));
        assertThatIllegalArgumentException().isThrownBy(() -> TimeFrame.between("today", " "));
    }
}
