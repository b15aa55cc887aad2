package io.github.multicloudcx.core.internal.pipeline;

import io.github.multicloudcx.core.TimeSource;
import java.time.Duration;

/** The moment at which a call is over. */
public final class Deadline {
    /** What fits into a long count of nanoseconds. */
    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

    private final TimeSource time;
    private final long started;
    private final Duration total;

    public Deadline(TimeSource time, Duration total) {
        this.time = time;
        this.started = time.nanoTime();
        this.total = total.compareTo(LONGEST) < 0 ? total : LONGEST;
    }

    /** What is left; zero when it has passed. */
    public Duration left() {
        Duration left = total.minus(elapsed());
        return left.isNegative() ? Duration.ZERO : left;
    }

    public Duration elapsed() {
        return Duration.ofNanos(time.nanoTime() - started);
    }

    public Duration total() {
        return total;
    }

    public boolean passed() {
        return left().isZero();
    }
}
