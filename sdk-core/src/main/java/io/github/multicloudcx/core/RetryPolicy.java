package io.github.multicloudcx.core;

import io.github.multicloudcx.core.internal.check.Require;
import java.time.Duration;

/**
 * How often and how patiently a failed request is repeated. Repeated are: connections that could not be made (any
 * method, nothing was sent); broken connections and 500, 502, 503, 504 of GET, PUT, DELETE, HEAD and of operations that
 * the reference calls safe to repeat; 429 and 503 with Retry-After of any method. A POST whose fate is unknown is never
 * repeated.
 *
 * @param maxAttempts 1 or more; 1 never repeats. Default 3
 * @param baseDelay the first back-off lies between zero and this; each further one doubles the bound. Default 250 ms
 * @param maxDelay bound of the back-off. Default 20 s
 * @param maxRetryAfter longest Retry-After that is obeyed; beyond it the call fails at once. Default 60 s
 */
public record RetryPolicy(int maxAttempts, Duration baseDelay, Duration maxDelay, Duration maxRetryAfter) {
    /**
     * Checks and copies.
     *
     * @param maxAttempts 1 or more; 1 never repeats. Default 3
     * @param baseDelay the first back-off lies between zero and this; each further one doubles the bound. Default
     *     250 ms
     * @param maxDelay bound of the back-off. Default 20 s
     * @param maxRetryAfter longest Retry-After that is obeyed; beyond it the call fails at once. Default 60 s
     */
    public RetryPolicy {
        Require.positive(maxAttempts, "maxAttempts");
        Require.positive(baseDelay, "baseDelay");
        Require.positive(maxDelay, "maxDelay");
        Require.notNegative(maxRetryAfter, "maxRetryAfter");
    }

    /**
     * The default policy.
     *
     * @return 3 attempts, 250 ms doubling up to 20 s, Retry-After up to 60 s
     */
    public static RetryPolicy standard() {
        return new RetryPolicy(3, Duration.ofMillis(250), Duration.ofSeconds(20), Duration.ofSeconds(60));
    }

    /**
     * No repetition at all.
     *
     * @return one attempt
     */
    public static RetryPolicy none() {
        return standard().maxAttempts(1);
    }

    /**
     * Changes the number of attempts.
     *
     * @param attempts 1 or more
     * @return a copy
     */
    public RetryPolicy maxAttempts(int attempts) {
        return new RetryPolicy(attempts, baseDelay, maxDelay, maxRetryAfter);
    }

    /**
     * Changes the bound of the first back-off.
     *
     * @param delay longer than zero
     * @return a copy
     */
    public RetryPolicy baseDelay(Duration delay) {
        return new RetryPolicy(maxAttempts, delay, maxDelay, maxRetryAfter);
    }

    /**
     * Changes the bound of every back-off.
     *
     * @param delay longer than zero
     * @return a copy
     */
    public RetryPolicy maxDelay(Duration delay) {
        return new RetryPolicy(maxAttempts, baseDelay, delay, maxRetryAfter);
    }

    /**
     * Changes how long a Retry-After may be to be obeyed.
     *
     * @param longest zero or longer
     * @return a copy
     */
    public RetryPolicy maxRetryAfter(Duration longest) {
        return new RetryPolicy(maxAttempts, baseDelay, maxDelay, longest);
    }
}
