package io.github.multicloudcx.core.internal.pipeline;

import io.github.multicloudcx.core.Attempt;
import io.github.multicloudcx.core.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the attempts of one call, each with the wait that came before it. */
public final class Timeline {
    private static final Duration WORTH_TELLING = Duration.ofMillis(1);

    private final TimeSource time;
    private final List<Attempt> attempts = new ArrayList<>(1);
    private Duration waited = Duration.ZERO;
    private @Nullable String reason;
    private Instant start = Instant.EPOCH;
    private long startNanos;

    public Timeline(TimeSource time) {
        this.time = time;
    }

    void waited(Duration wait, String why) {
        if (wait.compareTo(WORTH_TELLING) >= 0) {
            waited = waited.plus(wait);
            reason = reason == null ? why : reason + ", " + why;
        }
    }

    public void begin() {
        start = time.now();
        startNanos = time.nanoTime();
    }

    public Attempt end(String outcome) {
        Duration took = Duration.ofNanos(time.nanoTime() - startNanos);
        Attempt attempt = new Attempt(attempts.size() + 1, start, waited, reason, took, outcome);
        attempts.add(attempt);
        waited = Duration.ZERO;
        reason = null;
        return attempt;
    }

    Attempt last() {
        return attempts.get(attempts.size() - 1);
    }

    public List<Attempt> attempts() {
        return attempts;
    }
}
