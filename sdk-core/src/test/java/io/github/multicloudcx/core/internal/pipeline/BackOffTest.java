package io.github.multicloudcx.core.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.core.RetryPolicy;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackOffTest {
    private static final RetryPolicy STANDARD = RetryPolicy.standard();

    /** Answers the highest or the lowest number that is asked for. */
    private record Extreme(boolean highest) implements RandomGenerator {
        @Override
        public long nextLong() {
            return 0;
        }

        @Override
        public long nextLong(long bound) {
            return highest ? bound - 1 : 0;
        }
    }

    private static Duration highest(RetryPolicy policy, int failures) {
        return new BackOff(new Extreme(true)).delay(policy, failures, null);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 250",
        "2, 500",
        "3, 1000",
        "4, 2000",
        "5, 4000",
        "6, 8000",
        "7, 16000",
        "8, 20000",
        "9, 20000",
        "100, 20000",
        "2147483647, 20000"
    })
    void theBoundDoublesFrom250MillisecondsUpTo20Seconds(int failures, long millis) {
        assertThat(highest(STANDARD, failures)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource({"1", "5", "50"})
    void fullJitterReachesDownToZero(int failures) {
        assertThat(new BackOff(new Extreme(false)).delay(STANDARD, failures, null))
                .isZero();
    }

    @Test
    void everyDelayOfAFixedGeneratorLiesWithinTheBoundsAndTheyDiffer() {
        BackOff backOff = new BackOff(new SplittableRandom(7));
        Duration half = Duration.ofMillis(125);
        int below = 0;
        for (int i = 0; i < 1000; i++) {
            Duration delay = backOff.delay(STANDARD, 1, null);
            assertThat(delay).isBetween(Duration.ZERO, Duration.ofMillis(250));
            below += delay.compareTo(half) < 0 ? 1 : 0;
        }
        assertThat(below).isBetween(400, 600);
    }

    @Test
    void retryAfterWinsOverTheBackOffEvenWhenItIsLongerOrZero() {
        BackOff backOff = new BackOff(new Extreme(true));
        assertThat(backOff.delay(STANDARD, 1, Duration.ofSeconds(59))).isEqualTo(Duration.ofSeconds(59));
        assertThat(backOff.delay(STANDARD, 3, Duration.ZERO)).isZero();
    }

    @Test
    void aBaseDelayBelowAMillisecondStaysShort() {
        assertThat(highest(STANDARD.baseDelay(Duration.ofNanos(400)), 2)).isEqualTo(Duration.ofNanos(800));
    }

    @Test
    void delaysLongerThanNanosecondsCanCountDoNotOverflow() {
        RetryPolicy patient =
                STANDARD.baseDelay(Duration.ofSeconds(Long.MAX_VALUE / 4)).maxDelay(Duration.ofSeconds(Long.MAX_VALUE));
        assertThat(highest(patient, 30)).isPositive();
        assertThat(highest(STANDARD.maxDelay(Duration.ofNanos(1)), 5)).isEqualTo(Duration.ofNanos(1));
    }
}
