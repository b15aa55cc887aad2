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
    private final long nanos;

    public Deadline(TimeSource time, Duration total) {
        this.time = time;
        this.started = time.nanoTime();
        this.total = total.compareTo(LONGEST) < 0 ? total : LONGEST;
        this.nanos = this.total.toNanos();
    }

    /** What is left; zero when it has passed. */
    public Duration left() {
        return Duration.ofNanos(nanosLeft());
    }

    private long nanosLeft() {
        return Math.max(0, nanos - (time.nanoTime() - started));
    }

    public Duration elapsed() {
        return Duration.ofNanos(time.nanoTime() - started);
    }

    public Duration total() {
        return total;
    }

    public boolean passed() {
        return nanosLeft() == 0;
    }
}
