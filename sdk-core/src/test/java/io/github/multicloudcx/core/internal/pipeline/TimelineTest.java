package io.github.multicloudcx.core.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.core.Attempt;
import io.github.multicloudcx.core.testing.FakeTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private final FakeTime time = new FakeTime();
    private final Timeline timeline = new Timeline(time);

    @Test
    void itTellsStartWaitReasonAndOutcomeOfEachAttempt() {
        timeline.begin();
        time.advance(Duration.ofMillis(30));
        timeline.end("503");
        timeline.waited(Duration.ofMillis(100), "back-off");
        timeline.waited(Duration.ofMillis(50), "rate limit");
        time.advance(Duration.ofMillis(150));
        timeline.begin();
        time.advance(Duration.ofMillis(7));
        timeline.end("200");
        assertThat(timeline.attempts())
                .containsExactly(
                        new Attempt(1, FakeTime.START, Duration.ZERO, null, Duration.ofMillis(30), "503"),
                        new Attempt(
                                2,
                                FakeTime.START.plusMillis(180),
                                Duration.ofMillis(150),
                                "back-off, rate limit",
                                Duration.ofMillis(7),
                                "200"));
    }

    @Test
    void aWaitBelowAMillisecondIsNotWorthTelling() {
        timeline.waited(Duration.ofNanos(999_999), "rate limit");
        timeline.begin();
        Attempt attempt = timeline.end("200");
        assertThat(attempt.waited()).isZero();
        assertThat(attempt.waitReason()).isNull();
    }
}
