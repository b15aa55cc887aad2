package io.github.multicloudcx.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.multicloudcx.core.testing.FakeTime;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyedRateLimiterTest {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final FakeTime time = new FakeTime();
    private final KeyedRateLimiter limiter = KeyedRateLimiter.of(new RateLimit(1, Duration.ofSeconds(10)), time);

    @Test
    void eachKeyHasALimitOfItsOwn() throws InterruptedException {
        assertThat(limiter.acquire("a", PATIENCE)).isZero();
        assertThat(limiter.acquire("b", PATIENCE)).isZero();
        assertThat(limiter.acquire("a", PATIENCE)).isEqualTo(Duration.ofSeconds(10));
        assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(10));
        assertThat(limiter.acquire("b", PATIENCE)).isZero();
    }

    @Test
    void whoCannotWaitThatLongGetsNothingAndTakesNothing() throws InterruptedException {
        assertThat(limiter.acquire("a", Duration.ZERO)).isZero();
        assertThat(limiter.acquire("a", Duration.ofMillis(9_999))).isNull();
        assertThat(time.sleeps()).isEmpty();
        time.advance(Duration.ofSeconds(4));
        assertThat(limiter.acquire("a", Duration.ofSeconds(6))).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void keysThatAreNotUsedAreForgotten() throws InterruptedException {
        for (int i = 0; i < 10_000; i++) {
            assertThat(limiter.acquire("key-" + i, Duration.ZERO)).isZero();
            time.advance(Duration.ofSeconds(1));
        }
        assertThat(limiter.keys()).isLessThanOrEqualTo(65);
        assertThat(limiter.acquire("key-9999", Duration.ZERO)).isNull();
    }

    @Test
    void aBurstOfKeysIsForgottenWhenItIsOver() throws InterruptedException {
        for (int i = 0; i < 20_000; i++) {
            assertThat(limiter.acquire("key-" + i, Duration.ZERO)).isZero();
        }
        time.advance(Duration.ofDays(1));
        assertThat(limiter.acquire("other", Duration.ZERO)).isZero();
        assertThat(limiter.keys()).isEqualTo(1);
    }

    @Test
    void anyDurationWillDo() throws InterruptedException {
        Duration ever = ChronoUnit.FOREVER.getDuration();
        assertThat(limiter.acquire("a", ever)).isZero();
        assertThat(limiter.acquire("a", ever)).isEqualTo(Duration.ofSeconds(10));
        KeyedRateLimiter rare = KeyedRateLimiter.of(new RateLimit(1, Duration.ofDays(365 * 1000)), time);
        assertThat(rare.acquire("a", ever)).isZero();
        assertThat(rare.acquire("a", Duration.ofDays(365 * 100))).isNull();
        KeyedRateLimiter old = KeyedRateLimiter.of(new RateLimit(1, Duration.ofDays(365 * 100)), time);
        assertThat(old.acquire("a", ever)).isZero();
        assertThat(old.acquire("a", ever)).isEqualTo(Duration.ofDays(365 * 100));
        assertThat(old.acquire("a", Duration.ofDays(1))).isNull();
    }

    /** The limit must hold while others make the limiter forget. */
    @Test
    void noKeyGetsMoreThanItsLimitWhileOthersAreForgotten() {
        List<CompletableFuture<Integer>> threads = new ArrayList<>();
        for (int thread = 0; thread < 8; thread++) {
            threads.add(CompletableFuture.supplyAsync(
                    () -> IntStream.range(0, 2_000).map(i -> given("key-" + i)).sum()));
        }
        assertThat(threads.stream().mapToInt(CompletableFuture::join).sum()).isEqualTo(2_000);
    }

    private int given(String key) {
        try {
            return limiter.acquire(key, Duration.ZERO) == null ? 0 : 1;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void wrongParametersAreRefused() {
        assertThatThrownBy(() -> limiter.acquire(" ", PATIENCE)).hasMessageContaining("key");
        assertThatThrownBy(() -> limiter.acquire("a", Duration.ofSeconds(-1))).hasMessageContaining("patience");
        assertThatThrownBy(() -> KeyedRateLimiter.of(null)).hasMessage("limit is required");
        assertThat(KeyedRateLimiter.of(RateLimit.perSecond(3))).asString().contains("permits=3", "PT1S");
    }
}
