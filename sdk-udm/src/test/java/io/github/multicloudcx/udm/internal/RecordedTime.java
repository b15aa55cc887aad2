package io.github.multicloudcx.udm.internal;

import io.github.multicloudcx.core.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A clock that sleeping moves, and that remembers it. */
final class RecordedTime implements TimeSource {
    final List<Duration> sleeps = new ArrayList<>();
    boolean interrupted;
    private long nanos;

    @Override
    public Instant now() {
        return Instant.EPOCH.plusNanos(nanos);
    }

    @Override
    public long nanoTime() {
        return nanos;
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        if (interrupted) {
            throw new InterruptedException();
        }
        sleeps.add(duration);
        nanos += duration.toNanos();
    }
}
