package io.github.multicloudcx.statistics.internal.live;

import io.github.multicloudcx.core.CanIgnoreReturnValue;
import io.github.multicloudcx.core.TimeSource;
import io.github.multicloudcx.statistics.live.Gap;
import io.github.multicloudcx.statistics.live.LiveState;
import io.github.multicloudcx.statistics.model.Statistic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Knows the state and tells everybody, outside of its lock. From the first trouble until all is well again is one outage, and one
 * gap.
 */
final class StateBoard {
    private final TimeSource time;
    private final ScheduledExecutorService timer;
    private final Duration staleAfter;
    private final ListenerPump pump;
    private LiveState state;
    private Instant lastSign;
    private @Nullable Outage outage;
    private @Nullable Future<?> staleTimer;

    private record Outage(Instant from, String why) {}

    StateBoard(TimeSource time, ScheduledExecutorService timer, Duration staleAfter, ListenerPump pump) {
        this.time = time;
        this.timer = timer;
        this.staleAfter = staleAfter;
        this.pump = pump;
        this.lastSign = time.now();
        this.state = new LiveState.Connecting(lastSign);
        pump.state(state);
        pump.wake();
    }

    synchronized LiveState state() {
        return state;
    }

    /** The connection has just been seen to work. */
    synchronized void sign() {
        if (outage == null) {
            lastSign = time.now();
        }
    }

    /**
     * All is well, if that is still so; what was missed before is reported. The values are put where they belong in any
     * case, after the gap and before the state.
     *
     * @param well asked at the last moment
     * @param missing statistics without a value
     * @param values puts the values, and tells nobody
     * @return whether it was so
     */
    @CanIgnoreReturnValue
    boolean live(BooleanSupplier well, List<Statistic> missing, Runnable values) {
        boolean live = becomeLive(well, missing, values);
        pump.wake();
        return live;
    }

    private synchronized boolean becomeLive(BooleanSupplier well, List<Statistic> missing, Runnable values) {
        boolean live = !closed() && well.getAsBoolean();
        if (live) {
            endOutage();
        }
        values.run();
        boolean already =
                state instanceof LiveState.Live before && before.missing().equals(missing);
        if (live && !already) {
            change(new LiveState.Live(lastSign, missing));
        }
        return live;
    }

    private void endOutage() {
        Outage over = outage;
        outage = null;
        lastSign = time.now();
        stopTimer();
        if (over != null) {
            pump.gap(new Gap(over.from, lastSign, over.why));
        }
    }

    /** The connection is in trouble, or still is for another reason. What was never live cannot be interrupted. */
    void interrupted(String why) {
        interrupted(why, () -> true);
    }

    /**
     * The same from a connection that may have been replaced meanwhile.
     *
     * @param why what happened
     * @param current asked at the last moment
     */
    void interrupted(String why, BooleanSupplier current) {
        becomeInterrupted(why, current);
        pump.wake();
    }

    private synchronized void becomeInterrupted(String why, BooleanSupplier current) {
        if (closed() || state instanceof LiveState.Connecting || !current.getAsBoolean()) {
            return;
        }
        Instant from = begin(why).from;
        if (state instanceof LiveState.Stale) {
            change(new LiveState.Stale(from, why));
        } else {
            change(new LiveState.Reconnecting(from, why));
            startTimer();
        }
    }

    /** The connection works and brings nothing. */
    void unavailable(String why, BooleanSupplier current) {
        becomeUnavailable(why, current);
        pump.wake();
    }

    private synchronized void becomeUnavailable(String why, BooleanSupplier current) {
        if (!closed() && !(state instanceof LiveState.Connecting) && current.getAsBoolean()) {
            stopTimer();
            change(new LiveState.Stale(begin(why).from, why));
        }
    }

    void closed(String why) {
        becomeClosed(why);
        pump.wake();
    }

    private synchronized void becomeClosed(String why) {
        if (!closed()) {
            endOutage();
            LiveState.Closed last = new LiveState.Closed(time.now(), why);
            state = last;
            pump.end(last);
        }
    }

    private boolean closed() {
        return state instanceof LiveState.Closed;
    }

    private Outage begin(String why) {
        Outage current = outage == null ? new Outage(lastSign, why) : outage;
        outage = current;
        return current;
    }

    private void change(LiveState next) {
        if (!next.equals(state)) {
            state = next;
            pump.state(next);
        }
    }

    private void startTimer() {
        if (staleTimer == null) {
            try {
                staleTimer = timer.schedule(this::timeOver, staleAfter.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                // it is being closed
            }
        }
    }

    private void timeOver() {
        becomeStale();
        pump.wake();
    }

    private synchronized void becomeStale() {
        if (state instanceof LiveState.Reconnecting trouble) {
            stopTimer();
            change(new LiveState.Stale(trouble.since(), trouble.why()));
        }
    }

    private void stopTimer() {
        if (staleTimer != null) {
            staleTimer.cancel(false);
            staleTimer = null;
        }
    }
}
