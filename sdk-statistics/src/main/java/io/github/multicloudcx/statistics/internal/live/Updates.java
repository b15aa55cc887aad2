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
    /**
     * What a request returned.
     *
     * @param updates the values
     * @param mark set before the request was sent
     */
    record Answered(List<StatisticUpdate> updates, long mark) {}

    /** What a request returned. */
    void answered(Answered answered) {
        for (StatisticUpdate update : answered.updates) {
            if (latest.acceptAnswered(update, answered.mark)) {
                tell(update);
            }
        }
    }

    /** What the server pushed. */
    void pushed(StatisticUpdate update) {
        if (latest.accept(update)) {
            tell(update);
        }
    }

    private void tell(StatisticUpdate update) {
        pump.update(update);
        publisher.update(update);
    }

    void forget(Collection<Statistic> statistics) {
        latest.forget(statistics);
        pump.forget(statistics);
        publisher.forget(statistics);
    }
}
