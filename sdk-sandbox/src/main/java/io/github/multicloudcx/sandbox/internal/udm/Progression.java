package io.github.multicloudcx.sandbox.internal.udm;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far a run has come, as a function of time. Guarded by the registry. */
final class Progression {
    static final String SCHEDULED = "SCHEDULED";
    static final String RUNNING = "RUNNING";
    static final String COMPLETED = "COMPLETED";
    static final String FAILED = "FAILED";
    static final String CANCELLED = "CANCELLED";
    static final String SUSPENDED = "SUSPENDED";
    static final List<String> ENDS = List.of(COMPLETED, FAILED, CANCELLED);
    static final List<String> STATUSES = List.of(SCHEDULED, RUNNING, SUSPENDED, COMPLETED, FAILED, CANCELLED);

    private final Duration length;
    private Instant runningFrom;
    private Duration consumed = Duration.ZERO;
    private @Nullable String halted;

    Progression(Instant start, Duration length, boolean suspended) {
        this.runningFrom = start;
        this.length = length;
        this.halted = suspended ? SUSPENDED : null;
    }

    String status(Instant now) {
        if (halted != null) {
            return halted;
        }
        if (consumed.isZero() && now.isBefore(runningFrom)) {
            return SCHEDULED;
        }
        return elapsed(now).compareTo(length) >= 0 ? COMPLETED : RUNNING;
    }

    int percent(Instant now) {
        if (length.isZero()) {
            return status(now).equals(COMPLETED) ? 100 : 0;
        }
        return (int) Math.min(100, elapsed(now).toMillis() * 100 / Math.max(1, length.toMillis()));
    }

    boolean suspended() {
        return SUSPENDED.equals(halted);
    }

    /** Whether nothing has been exported yet and still could be. */
    boolean untouched(Instant now) {
        return elapsed(now).isZero() && (status(now).equals(SCHEDULED) || suspended());
    }

    /** When a completed run came to its end. */
    Instant end() {
        return runningFrom.plus(length.minus(consumed));
    }

    void suspend(Instant now) {
        consumed = elapsed(now);
        halted = SUSPENDED;
    }

    void resume(Instant now) {
        halted = null;
        runningFrom = now.isAfter(runningFrom) ? now : runningFrom;
    }

    void halt(String status, Instant now) {
        consumed = elapsed(now);
        halted = status;
    }

    void reschedule(Instant start, boolean suspended) {
        runningFrom = start;
        halted = suspended ? SUSPENDED : null;
    }

    private Duration elapsed(Instant now) {
        boolean moving = halted == null && now.isAfter(runningFrom);
        return moving ? consumed.plus(Duration.between(runningFrom, now)) : consumed;
    }
}
