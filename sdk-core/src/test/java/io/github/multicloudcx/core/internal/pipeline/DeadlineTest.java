package io.github.multicloudcx.core.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.core.testing.FakeTime;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    private final FakeTime time = new FakeTime();

    @Test
    void whatIsLeftShrinksToZeroAndNotBelow() {
        time.advance(Duration.ofDays(3));
        Deadline deadline = new Deadline(time, Duration.ofSeconds(2));
        assertThat(deadline.left()).isEqualTo(Duration.ofSeconds(2));
        time.advance(Duration.ofMillis(1999));
        assertThat(deadline.left()).isEqualTo(Duration.ofMillis(1));
        assertThat(deadline.passed()).isFalse();
        time.advance(Duration.ofMillis(1));
        assertThat(deadline.passed()).isTrue();
        time.advance(Duration.ofHours(1));
        assertThat(deadline.left()).isZero();
        assertThat(deadline.elapsed()).isEqualTo(Duration.ofSeconds(3602));
        assertThat(deadline.total()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void forEverCanBeCountedInNanoseconds() {
        Deadline deadline = new Deadline(time, ChronoUnit.FOREVER.getDuration());
        assertThat(deadline.left().toNanos()).isPositive();
        assertThat(deadline.passed()).isFalse();
    }
}
