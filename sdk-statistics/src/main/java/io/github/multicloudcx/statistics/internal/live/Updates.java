package io.github.multicloudcx.statistics.internal.live;

import io.github.multicloudcx.statistics.live.StatisticUpdate;
import io.github.multicloudcx.statistics.model.Statistic;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * Where updates go: each is compared with the latest value, and what is news goes to the listeners and to the stream.
 * Comparing and handing over are one step, or an older value could overtake a newer one on its way; receivers are called
 * afterwards.
 */
final class Updates {
    private final LatestValues latest;
    private final ListenerPump pump;
    private final UpdatePublisher publisher;
    private final Object step = new Object();

    /**
     * Connects the parts.
     *
     * @param latest the newest values
     * @param pump the listeners
     * @param publisher the stream
     */
    Updates(LatestValues latest, ListenerPump pump, UpdatePublisher publisher) {
        this.latest = latest;
        this.pump = pump;
        this.publisher = publisher;
    }

    /**
     * What a request returned.
     *
     * @param updates the values
     * @param mark set before the request was sent
     */
    record Answered(List<StatisticUpdate> updates, long mark) {}

    LatestValues latest() {
        return latest;
    }

    /** What a request returned, to be told with the next {@link #wake()}. */
    void put(Answered answered) {
        take(answered.updates, update -> latest.acceptAnswered(update, answered.mark));
    }

    /** What a request returned. */
    void answered(Answered answered) {
        put(answered);
        wake();
    }

    /** What the server pushed. */
    void pushed(List<StatisticUpdate> updates) {
        take(updates, latest::accept);
        wake();
    }

    private void take(List<StatisticUpdate> updates, Predicate<StatisticUpdate> news) {
        synchronized (step) {
            for (StatisticUpdate update : updates) {
                if (news.test(update)) {
                    pump.update(update);
                    publisher.update(update);
                }
            }
        }
    }

    void wake() {
        pump.wake();
        publisher.wake();
    }

    void forget(Collection<Statistic> statistics) {
        synchronized (step) {
            latest.forget(statistics);
            pump.forget(statistics);
            publisher.forget(statistics);
        }
    }
}
