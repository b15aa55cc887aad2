package io.github.multicloudcx.core.internal.pipeline;

import io.github.multicloudcx.core.RetryPolicy;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** How long to wait before the next attempt: Retry-After where given, else exponential with full jitter. */
public final class BackOff {
    private final RandomGenerator random;

    public BackOff(RandomGenerator random) {
        this.random = random;
    }

    public Duration delay(RetryPolicy policy, int failures, @Nullable Duration retryAfter) {
        if (retryAfter != null) {
            return retryAfter;
        }
        long nanos = TimeUnit.NANOSECONDS.convert(bound(policy, failures));
        return Duration.ofNanos(random.nextLong(Math.min(nanos, Long.MAX_VALUE - 1) + 1));
    }

    private static Duration bound(RetryPolicy policy, int failures) {
        Duration bound = policy.baseDelay();
        Duration half = policy.maxDelay().dividedBy(2);
        for (int i = 1; i < failures && bound.compareTo(policy.maxDelay()) < 0; i++) {
            bound = bound.compareTo(half) < 0 ? bound.plus(bound) : policy.maxDelay();
        }
        return bound.compareTo(policy.maxDelay()) < 0 ? bound : policy.maxDelay();
    }
}
