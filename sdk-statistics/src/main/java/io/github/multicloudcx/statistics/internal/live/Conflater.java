package io.github.multicloudcx.statistics.internal.live;

import io.github.multicloudcx.statistics.live.StatisticUpdate;
import io.github.multicloudcx.statistics.model.Statistic;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a receiver has yet to see: the newest update of each statistic. It holds one update per statistic at most. A
 * statistic that changes while it waits keeps its place, so that a busy one does not push others back.
 */
final class Conflater {
    private final Map<Statistic, StatisticUpdate> waiting = new LinkedHashMap<>();

    synchronized void offer(StatisticUpdate update) {
        waiting.put(update.statistic(), update);
    }

    /** Leaves alone what waits already, which is newer. */
    synchronized void offerOlder(StatisticUpdate update) {
        waiting.putIfAbsent(update.statistic(), update);
    }

    /** The update that has waited longest, or null. */
    synchronized @Nullable StatisticUpdate poll() {
        Iterator<StatisticUpdate> updates = waiting.values().iterator();
        if (!updates.hasNext()) {
            return null;
        }
        StatisticUpdate first = updates.next();
        updates.remove();
        return first;
    }

    synchronized void forget(Collection<Statistic> statistics) {
        statistics.forEach(waiting::remove);
    }

    synchronized void clear() {
        waiting.clear();
    }
}
