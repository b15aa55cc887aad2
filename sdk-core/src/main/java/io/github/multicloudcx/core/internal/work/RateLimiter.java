package io.github.multicloudcx.core.internal.work;

import io.github.multicloudcx.core.RateLimit;
import io.github.multicloudcx.core.TimeSource;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Never more than so many permits within any span of the period. It remembers when each of the last permits was due: the
 * next one is due a period after the oldest of them. Permits are handed out in the order of asking.
 */
public final class RateLimiter {
    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE / 2);

    private final long[] due;
    private final long period;
    private final TimeSource time;
    private int oldest;
    private long given;

    public RateLimiter(RateLimit limit, TimeSource time) {
        this.due = new long[limit.permits()];
        this.period = nanos(limit.period());
        this.time = time;
    }

    /** Waits for a permit; null, without taking one, when it would not come within the time left. */
    public @Nullable Duration acquire(Duration timeLeft) throws InterruptedException {
        Duration wait = reserve(timeLeft);
        if (wait != null && !wait.isZero()) {
            time.sleep(wait);
        }
        return wait;
    }

    /** Whether all its permits are to be had at once, so that a new limiter would be as good. */
    public synchronized boolean idle() {
        int newest = (oldest + due.length - 1) % due.length;
        return given == 0 || time.nanoTime() - due[newest] >= period;
    }

    /** Takes the next permit without waiting, and tells when it is good; null as above. */
    public synchronized @Nullable Duration reserve(Duration timeLeft) {
        long now = time.nanoTime();
        long wait = given < due.length ? 0 : Math.max(0, due[oldest] - now + period);
        if (wait > nanos(timeLeft)) {
            return null;
        }
        due[oldest] = now + wait;
        oldest = (oldest + 1) % due.length;
        given++;
        return Duration.ofNanos(wait);
    }

    /** No more than half of what fits, so that sums of two do. */
    private static long nanos(Duration duration) {
        return duration.compareTo(LONGEST) < 0 ? duration.toNanos() : LONGEST.toNanos();
    }
}
