package io.github.multicloudcx.core;

import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.core.internal.work.RateLimiter;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * A limit for each key by itself, such as one change per flow in ten seconds. Keys that have not been used for as long as
 * the limit reaches are forgotten now and then, so that any number of them may come. Threads that wait for the same key are served in order.
 * Thread-safe.
 */
public final class KeyedRateLimiter {
    private static final int SMALL = 64;
    private static final long SHORTEST_SWEEP = Duration.ofSeconds(1).toNanos();
    private static final Duration LONGEST_SWEEP = Duration.ofHours(1);

    private final RateLimit limit;
    private final TimeSource time;
    private final ConcurrentMap<String, RateLimiter> limiters = new ConcurrentHashMap<>();
    private final long interval;
    private volatile int crowded = SMALL;
    private volatile long swept;

    private KeyedRateLimiter(RateLimit limit, TimeSource time) {
        this.limit = limit;
        this.time = time;
        this.interval = Math.max(
                SHORTEST_SWEEP,
                limit.period().compareTo(LONGEST_SWEEP) < 0 ? limit.period().toNanos() : LONGEST_SWEEP.toNanos());
        this.swept = time.nanoTime();
    }

    /**
     * A limiter by the clock of the machine.
     *
     * @param limit what each key is limited to
     * @return the limiter
     */
    public static KeyedRateLimiter of(RateLimit limit) {
        return of(limit, TimeSource.system());
    }

    /**
     * A limiter.
     *
     * @param limit what each key is limited to
     * @param time the clock, mostly {@link CxClient#timeSource()}
     * @return the limiter
     */
    public static KeyedRateLimiter of(RateLimit limit, TimeSource time) {
        return new KeyedRateLimiter(Require.present(limit, "limit"), Require.present(time, "time"));
    }

    /**
     * Waits for a permit.
     *
     * @param key not blank
     * @param patience how long to wait at most, zero or longer
     * @return how long it waited; null, at once and without a permit, when it would have to wait longer than that
     * @throws InterruptedException when the thread is interrupted while it waits; the permit is used up then
     */
    public @Nullable Duration acquire(String key, Duration patience) throws InterruptedException {
        Require.text(key, "key");
        Require.notNegative(patience, "patience");
        Duration[] wait = new Duration[1];
        var unused = limiters.compute(key, (name, known) -> {
            RateLimiter limiter = known == null ? new RateLimiter(limit, time) : known;
            wait[0] = limiter.reserve(patience);
            return limiter;
        });
        forgetIdle();
        if (wait[0] != null && !wait[0].isZero()) {
            time.sleep(wait[0]);
        }
        return wait[0];
    }

    private void forgetIdle() {
        int size = limiters.size();
        boolean due = size > crowded || time.nanoTime() - swept >= interval;
        if (size > SMALL && due) {
            swept = time.nanoTime();
            limiters.keySet()
                    .forEach(key -> limiters.computeIfPresent(key, (name, limiter) -> limiter.idle() ? null : limiter));
            crowded = Math.max(SMALL, 2 * limiters.size());
        }
    }

    int keys() {
        return limiters.size();
    }

    /** Names the limit. */
    @Override
    public String toString() {
        return "KeyedRateLimiter[" + limit + "]";
    }
}
