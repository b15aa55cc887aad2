package io.github.multicloudcx.examples;

import io.github.multicloudcx.core.TimeSource;
import io.github.multicloudcx.sandbox.SandboxClock;
import java.time.Duration;
import java.time.Instant;

/** Waiting moves the clock of the sandbox, so that a job of hours takes a test no time. */
public record ClockOfSandbox(SandboxClock clock) implements TimeSource {
    @Override
    public Instant now() {
        return clock.now();
    }

    @Override
    public long nanoTime() {
        Instant now = clock.now();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    @Override
    public void sleep(Duration duration) {
        clock.advance(duration);
    }
}
