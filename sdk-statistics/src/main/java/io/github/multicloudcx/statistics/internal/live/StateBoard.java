package io.github.multicloudcx.statistics.internal.live;

import io.github.multicloudcx.core.TimeSource;
import io.github.multicloudcx.statistics.live.Gap;
import io.github.multicloudcx.statistics.live.LiveState;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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

    /** All is well; what was missed before is reported. */
    void live() {
        becomeLive();
        pump.wake();
    }

    private synchronized void becomeLive() {
        if (closed()) {
            return;
        }
        Outage over = outage;
        Instant now = time.now();
        outage = null;
        lastSign = now;
        stopTimer();
        if (over != null) {
            pump.gap(new Gap(over.from, now, over.why));
        }
        change(new LiveState.Live(now));
    }

    /** The connection is in trouble, or still is for another reason. What was never live cannot be interrupted. */
    void interrupted(String why) {
        becomeInterrupted(why);
        pump.wake();
    }

    private synchronized void becomeInterrupted(String why) {
        if (closed() || state instanceof LiveState.Connecting) {
            return;
        }
        begin(why);
        Instant since = state.since();
        if (state instanceof LiveState.Stale) {
            change(new LiveState.Stale(since, why));
        } else {
            boolean already = state instanceof LiveState.Reconnecting;
            change(new LiveState.Reconnecting(already ? since : time.now(), why));
            startTimer();
        }
    }

    /** The connection works and brings nothing. */
    void unavailable(String why) {
        becomeUnavailable(why);
        pump.wake();
    }

    private synchronized void becomeUnavailable(String why) {
        if (!closed() && !(state instanceof LiveState.Connecting)) {
            begin(why);
            stale(why);
        }
    }

    void closed(String why) {
        becomeClosed(why);
        pump.wake();
    }

    private synchronized void becomeClosed(String why) {
        if (!closed()) {
            stopTimer();
            LiveState.Closed last = new LiveState.Closed(time.now(), why);
            state = last;
            pump.end(last);
        }
    }

    private boolean closed() {
        return state instanceof LiveState.Closed;
    }

    private void begin(String why) {
        if (outage == null) {
            outage = new Outage(lastSign, why);
        }
    }

    private void change(LiveState next) {
        if (!next.equals(state)) {
            state = next;
            pump.state(next);
        }
    }

    private void stale(String why) {
        stopTimer();
        if (outage != null) {
            change(new LiveState.Stale(outage.from, why));
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
        if (state instanceof LiveState.Reconnecting) {
            stale(state.why());
        }
    }

    private void stopTimer() {
        if (staleTimer != null) {
            staleTimer.cancel(false);
            staleTimer = null;
        }
    }
}
