package io.github.multicloudcx.statistics.internal.live;

import io.github.multicloudcx.statistics.live.Gap;
import io.github.multicloudcx.statistics.live.LiveState;
import io.github.multicloudcx.statistics.live.StatisticUpdate;
import io.github.multicloudcx.statistics.model.Statistic;
import java.util.Collection;
import java.util.concurrent.Executor;

/** Hands news to the listeners, apart from the threads that keep the connection: signals first, then the newest values. */
final class ListenerPump {
    private final Listeners listeners;
    private final Signals signals = new Signals();
    private final Conflater updates = new Conflater();
    private final SerialWork work;

    ListenerPump(Listeners listeners, Executor executor) {
        this.listeners = listeners;
        this.work = new SerialWork(executor, this::tellOne);
    }

    /** To be told with the next {@link #wake()}. */
    void state(LiveState state) {
        signals.add(state);
    }

    /** To be told with the next {@link #wake()}. */
    void gap(Gap gap) {
        signals.add(gap);
    }

    void wake() {
        work.wake();
    }

    /** To be told with the next {@link #wake()}. */
    void update(StatisticUpdate update) {
        updates.offer(update);
    }

    void forget(Collection<Statistic> statistics) {
        updates.forget(statistics);
    }

    /** The last state, for the next {@link #wake()}; values that were not told yet are not told any more. */
    void end(LiveState.Closed closed) {
        updates.clear();
        state(closed);
    }

    private boolean tellOne() {
        Object signal = signals.poll();
        if (signal instanceof LiveState state) {
            listeners.tell(listeners.state(), state);
            return true;
        }
        if (signal instanceof Gap gap) {
            listeners.tell(listeners.gap(), gap);
            return true;
        }
        StatisticUpdate update = updates.poll();
        if (update != null) {
            listeners.tell(listeners.update(), update);
        }
        return update != null;
    }
}
