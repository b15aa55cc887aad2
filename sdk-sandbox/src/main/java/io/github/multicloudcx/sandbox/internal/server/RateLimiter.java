package io.github.multicloudcx.sandbox.internal.server;

import io.github.multicloudcx.sandbox.SandboxClock;
import io.github.multicloudcx.sandbox.internal.server.SandboxOptions.RateLimit;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Counts requests in fixed periods of the sandbox clock. */
public final class RateLimiter {
    private final @Nullable RateLimit limit;
    private final SandboxClock clock;
    private Instant periodEnd = Instant.MIN;
    private int used;

    public RateLimiter(@Nullable RateLimit limit, SandboxClock clock) {
        this.limit = limit;
        this.clock = clock;
    }

    /** Seconds to wait before the next request, 0 when this one may pass. */
    public synchronized long secondsToWait() {
        if (limit == null) {
            return 0;
        }
        Instant now = clock.now();
        if (!now.isBefore(periodEnd)) {
            periodEnd = now.plus(limit.period());
            used = 0;
        }
        if (used < limit.permits()) {
            used++;
            return 0;
        }
        return Math.max(1, Duration.between(now, periodEnd).plusMillis(999).toSeconds());
    }
}
