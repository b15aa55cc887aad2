package io.github.multicloudcx.statistics.internal.live;

import io.github.multicloudcx.core.TimeSource;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Barks when there was no sign of life for too long, whatever the reason: a loop of polls that has ended tells nobody. */
final class Watchdog {
    private final ScheduledExecutorService timer;
    private final TimeSource time;
    private final Supplier<Duration> patience;
    private final Consumer<Duration> bark;
    private volatile long lastSign;
    private volatile boolean ended;

    /**
     * A watchdog that sleeps.
     *
     * @param timer wakes it up
     * @param time measures the silence
     * @param patience how long silence may last
     * @param bark told how long it lasted
     */
    Watchdog(ScheduledExecutorService timer, TimeSource time, Supplier<Duration> patience, Consumer<Duration> bark) {
        this.timer = timer;
        this.time = time;
        this.patience = patience;
        this.bark = bark;
    }

    void start() {
        alive();
        look(patience.get());
    }

    void alive() {
        lastSign = time.nanoTime();
    }

    void end() {
        ended = true;
    }

    private void look(Duration later) {
        try {
            var unused = timer.schedule(this::check, later.toMillis() + 1, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // it is being closed
        }
    }

    private void check() {
        if (ended) {
            return;
        }
        Duration silence = Duration.ofNanos(time.nanoTime() - lastSign);
        Duration left = patience.get().minus(silence);
        if (left.isNegative() || left.isZero()) {
            bark.accept(silence);
        } else {
            look(left);
        }
    }
}
