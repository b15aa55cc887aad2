package io.github.multicloudcx.statistics.internal.live;

import io.github.multicloudcx.statistics.live.StatisticUpdate;
import io.github.multicloudcx.statistics.model.Statistic;
import java.util.Collection;
import java.util.List;

/**
 * Where updates go: each is compared with the latest value, and what is news goes to the listeners and to the stream.
 *
 * @param latest the newest values
 * @param pump the listeners
 * @param publisher the stream
 */
record Updates(LatestValues latest, ListenerPump pump, UpdatePublisher publisher) {
    void take(List<StatisticUpdate> updates) {
        updates.forEach(this::take);
    }

    void take(StatisticUpdate update) {
        if (latest.accept(update)) {
            pump.update(update);
            publisher.update(update);
        }
    }

    void forget(Collection<Statistic> statistics) {
        latest.forget(statistics);
        pump.forget(statistics);
        publisher.forget(statistics);
    }
}
