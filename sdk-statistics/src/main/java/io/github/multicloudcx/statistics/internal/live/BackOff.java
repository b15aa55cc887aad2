package io.github.multicloudcx.statistics.internal.live;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before the next try: not at all at first, then longer and longer, and never all clients at once. */
final class BackOff {
    private static final long FIRST_MILLIS = 500;
    private static final long MOST_MILLIS = 30_000;

    private final RandomGenerator random;

    BackOff(RandomGenerator random) {
        this.random = random;
    }

    /** The wait before a try, the first of which has number 0. */
    Duration delay(int attempt) {
        if (attempt == 0) {
            return Duration.ZERO;
        }
        long bound = Math.min(MOST_MILLIS, FIRST_MILLIS << Math.min(attempt - 1, 10));
        return Duration.ofMillis(bound / 2 + random.nextLong(bound / 2 + 1));
    }
}
