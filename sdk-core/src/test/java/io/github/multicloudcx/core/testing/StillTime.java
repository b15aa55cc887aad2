package io.github.multicloudcx.core.testing;

import io.github.multicloudcx.core.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A clock that moves only when somebody sleeps by it. */
public final class StillTime implements TimeSource {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final List<Duration> sleeps = new ArrayList<>();
    private long nanos;

    @Override
    public synchronized Instant now() {
        return START.plusNanos(nanos);
    }

    @Override
    public synchronized long nanoTime() {
        return nanos;
    }

    @Override
    public synchronized void sleep(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted while sleeping");
        }
        sleeps.add(duration);
        nanos += duration.toNanos();
    }

    /** Every sleep in order. */
    public synchronized List<Duration> sleeps() {
        return List.copyOf(sleeps);
    }
}
