package io.github.multicloudcx.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * The time of a sandbox. Tokens, jobs, links, files and the rate limit all follow it, so a test moves hours in no time.
 * Thread-safe.
 */
public final class SandboxClock {
    private final Supplier<Instant> source;
    private final AtomicReference<Duration> advanced = new AtomicReference<>(Duration.ZERO);
    private final List<Runnable> followers = new CopyOnWriteArrayList<>();

    private SandboxClock(Supplier<Instant> source) {
        this.source = source;
    }

    /**
     * A clock that runs with the clock of the machine.
     *
     * @return a new clock
     */
    public static SandboxClock system() {
        return new SandboxClock(Instant::now);
    }

    /**
     * A clock that stands still until it is advanced.
     *
     * @param start where it stands
     * @return a new clock
     */
    public static SandboxClock manual(Instant start) {
        return new SandboxClock(() -> start);
    }

    /**
     * The time now.
     *
     * @return the time of this clock
     */
    public Instant now() {
        return source.get().plus(advanced.get());
    }

    /**
     * Moves the clock forward; a system clock runs on from there. What becomes due for regular updates of statistics is
     * pushed before this returns.
     *
     * @param step how far, not negative
     * @throws IllegalArgumentException if the step is negative
     */
    public void advance(Duration step) {
        if (step.isNegative()) {
            throw new IllegalArgumentException("A clock does not go back: " + step);
        }
        advanced.accumulateAndGet(step, Duration::plus);
        followers.forEach(Runnable::run);
    }

    /** Has something called whenever the clock is moved. */
    void follow(Runnable follower) {
        followers.add(follower);
    }

    void unfollow(Runnable follower) {
        followers.remove(follower);
    }
}
