package io.github.multicloudcx.core.internal.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.multicloudcx.core.RateLimit;
import io.github.multicloudcx.core.TimeSource;
import io.github.multicloudcx.core.testing.FakeTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RateLimiterTest {
    private static final Duration LONG = Duration.ofHours(1);
    private final FakeTime time = new FakeTime();

    private RateLimiter limiter(int permits, Duration period) {
        return new RateLimiter(new RateLimit(permits, period), time);
    }

    @Test
    void neverMoreThanThePermitsWithinAnySpanWhateverThePattern() throws Exception {
        Random random = new Random(42);
        for (int run = 0; run < 200; run++) {
            int permits = 1 + random.nextInt(7);
            long period = 1 + random.nextInt(1000);
            RateLimiter limiter = limiter(permits, Duration.ofNanos(period));
            List<Long> sent = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                time.advance(Duration.ofNanos(random.nextInt(3) == 0 ? random.nextInt(2000) : 0));
                assertThat(limiter.acquire(LONG)).isNotNull();
                sent.add(time.nanoTime());
            }
            for (int i = permits; i < sent.size(); i++) {
                assertThat(sent.get(i) - sent.get(i - permits)).isGreaterThanOrEqualTo(period);
            }
        }
    }

    @Test
    void theFirstPermitsCostNoTimeAndTheNextOneComesAPeriodAfterTheFirst() throws Exception {
        RateLimiter limiter = limiter(3, Duration.ofSeconds(10));
        for (int i = 0; i < 3; i++) {
            assertThat(limiter.acquire(LONG)).isZero();
            time.advance(Duration.ofSeconds(1));
        }
        assertThat(limiter.acquire(LONG)).isEqualTo(Duration.ofSeconds(7));
        assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void aPermitIsHandedOutInTheOrderOfAsking() throws Exception {
        TimeSource still = new Still();
        RateLimiter limiter = new RateLimiter(RateLimit.perSecond(1), still);
        List<Duration> waits = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            waits.add(limiter.acquire(LONG));
        }
        assertThat(waits)
                .containsExactly(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3));
    }

    /** Time stands still, as it does for threads that ask at the same moment. */
    private static final class Still implements TimeSource {
        @Override
        public Instant now() {
            return FakeTime.START;
        }

        @Override
        public long nanoTime() {
            return 0;
        }

        @Override
        public void sleep(Duration duration) {}
    }

    @Test
    void aWaitBeyondTheDeadlineIsRefusedWithoutTakingAPermit() throws Exception {
        RateLimiter limiter = limiter(1, Duration.ofSeconds(10));
        assertThat(limiter.acquire(LONG)).isZero();
        assertThat(limiter.acquire(Duration.ofSeconds(9))).isNull();
        assertThat(limiter.acquire(Duration.ofSeconds(9))).isNull();
        assertThat(time.sleeps()).isEmpty();
        assertThat(limiter.acquire(Duration.ofSeconds(10))).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void waitingCanBeInterrupted() throws Exception {
        RateLimiter limiter = new RateLimiter(new RateLimit(1, Duration.ofHours(1)), TimeSource.system());
        assertThat(limiter.acquire(LONG)).isZero();
        CountDownLatch waiting = new CountDownLatch(1);
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread thread = new Thread(() -> {
            waiting.countDown();
            try {
                limiter.acquire(Duration.ofHours(2));
            } catch (InterruptedException e) {
                thrown.set(e);
            }
        });
        thread.start();
        waiting.await();
        thread.interrupt();
        thread.join();
        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
    }

    @Test
    void permitsAndPeriodAreChecked() {
        assertThatThrownBy(() -> new RateLimit(0, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("permits");
        assertThatThrownBy(() -> new RateLimit(1, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("period");
        assertThat(RateLimit.perSecond(5)).isEqualTo(new RateLimit(5, Duration.ofSeconds(1)));
    }
}
