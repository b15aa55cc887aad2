package io.github.multicloudcx.core;

import io.github.multicloudcx.core.internal.check.Require;
import java.time.Duration;

/**
 * A limit that the client keeps by itself: never more than so many requests within any span of the given length,
 * repetitions included. Waiting threads are served in order and can be interrupted.
 *
 * @param permits 1 or more
 * @param period length of the span, longer than zero
 */
public record RateLimit(int permits, Duration period) {
    /**
     * Checks and copies.
     *
     * @param permits 1 or more
     * @param period length of the span, longer than zero
     */
    public RateLimit {
        Require.positive(permits, "permits");
        Require.positive(period, "period");
    }

    /**
     * A limit per second.
     *
     * @param permits 1 or more
     * @return the limit
     */
    public static RateLimit perSecond(int permits) {
        return new RateLimit(permits, Duration.ofSeconds(1));
    }
}
