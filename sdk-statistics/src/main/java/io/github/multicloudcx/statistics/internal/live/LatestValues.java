package io.github.multicloudcx.statistics.internal.live;

import io.github.multicloudcx.statistics.live.StatisticUpdate;
import io.github.multicloudcx.statistics.model.Statistic;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The newest update of each statistic. An update that is older than what is there, or the same, is not taken: the server
 * may send one twice. Timestamps may be coarse, so for what a request returned it also counts what was pushed since the
 * request was sent: pushes come in order, and none is missing while they come.
 */
final class LatestValues {
    /** A server whose clock was put back must not silence a statistic for as long as it was put back. */
    private static final Duration LONGEST_OVERTAKING = Duration.ofMinutes(1);

    private final Map<Statistic, Entry> latest = new HashMap<>();
    private int epoch;
    private long arrivals;

    private record Entry(StatisticUpdate update, int epoch, long arrival) {}

    /** Takes an update that was pushed, if it is news. */
    synchronized boolean accept(StatisticUpdate update) {
        Entry before = latest.get(update.statistic());
        return (before == null || before.epoch != epoch || news(before.update, update)) && put(update);
    }

    /** Takes an update that a request returned, if it is news; the mark was set before the request was sent. */
    synchronized boolean acceptAnswered(StatisticUpdate update, long mark) {
        Entry before = latest.get(update.statistic());
        if (before != null && before.epoch == epoch && before.arrival > mark) {
            return newer(before.update, update) && put(update);
        }
        return accept(update);
    }

    private boolean put(StatisticUpdate update) {
        latest.put(update.statistic(), new Entry(update, epoch, ++arrivals));
        return true;
    }

    /** To be set before a request for values is sent. */
    synchronized long mark() {
        return arrivals;
    }

    private static boolean newer(StatisticUpdate before, StatisticUpdate update) {
        Instant old = before.timestamp();
        Instant fresh = update.timestamp();
        return old != null && fresh != null && fresh.isAfter(old);
    }

    private static boolean news(StatisticUpdate before, StatisticUpdate update) {
        Instant old = before.timestamp();
        Instant fresh = update.timestamp();
        if (old == null || fresh == null) {
            return true;
        }
        if (fresh.equals(old)) {
            return !update.value().equals(before.value());
        }
        return fresh.isAfter(old) || overdue(before, update);
    }

    private static boolean overdue(StatisticUpdate before, StatisticUpdate update) {
        return Duration.between(before.receivedAt(), update.receivedAt()).compareTo(LONGEST_OVERTAKING) >= 0;
    }

    /** From now on every statistic is news once, whatever its time: the server side was made anew. */
    synchronized void renew() {
        epoch++;
    }

    /** The updates of these statistics, as far as there are any. */
    synchronized List<StatisticUpdate> of(Collection<Statistic> statistics) {
        return statistics.stream()
                .map(latest::get)
                .filter(Objects::nonNull)
                .map(Entry::update)
                .toList();
    }

    synchronized void forget(Collection<Statistic> statistics) {
        statistics.forEach(latest::remove);
    }
}
