package io.github.multicloudcx.core.internal.pipeline;

import io.github.multicloudcx.core.RetryPolicy;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** How long to wait before the next attempt: Retry-After where given, else exponential with full jitter. */
final class BackOff {
    private static final int MOST_DOUBLINGS = 30;

    private final RandomGenerator random;

    BackOff(RandomGenerator random) {
        this.random = random;
    }

    Duration delay(RetryPolicy policy, int failures, @Nullable Duration retryAfter) {
        if (retryAfter != null) {
            return retryAfter;
        }
        long bound = policy.baseDelay().toMillis() << Math.min(failures - 1, MOST_DOUBLINGS);
        long capped = bound <= 0
                ? policy.maxDelay().toMillis()
                : Math.min(bound, policy.maxDelay().toMillis());
        return Duration.ofMillis(random.nextLong(capped + 1));
    }
}
