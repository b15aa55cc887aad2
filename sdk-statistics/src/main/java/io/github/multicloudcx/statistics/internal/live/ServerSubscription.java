package io.github.multicloudcx.statistics.internal.live;

import io.github.multicloudcx.statistics.internal.Matching;
import io.github.multicloudcx.statistics.model.Statistic;
import io.github.multicloudcx.statistics.model.StatisticData;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A subscription on the server, and which statistic of the application each of its ids stands for. */
final class ServerSubscription {
    private final String id;
    private final Map<String, Statistic> statistics = new ConcurrentHashMap<>();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    private ServerSubscription(String id, Map<String, Statistic> statistics) {
        this.id = id;
        this.statistics.putAll(statistics);
    }

    /** One that is about to be asked for under an id of ours. */
    static ServerSubscription asked(String id, List<Statistic> asked, List<Statistic> withIds) {
        Map<String, Statistic> statistics = new ConcurrentHashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            statistics.put(String.valueOf(withIds.get(i).statisticId()), asked.get(i));
        }
        return new ServerSubscription(id, statistics);
    }

    /** The same as the server made it, perhaps under ids of its own and without some of the statistics. */
    ServerSubscription answered(List<Statistic> withIds, StatisticData answer) {
        Map<String, Statistic> opened = new ConcurrentHashMap<>();
        Matching.of(withIds, answer.statistics())
                .statistics()
                .forEach((answeredId, sent) -> opened.put(answeredId, original(sent)));
        String answeredId = answer.subscriptionId();
        return new ServerSubscription(answeredId == null ? id : answeredId, opened);
    }

    /** What the application asked for when this was sent. */
    Statistic original(Statistic sent) {
        Statistic original = statistics.get(String.valueOf(sent.statisticId()));
        return original == null ? sent : original;
    }

    String id() {
        return id;
    }

    /** The statistic behind an id, or null when it is none of ours, or not any more. */
    @Nullable
    Statistic statistic(@Nullable String statisticId) {
        return statisticId == null ? null : statistics.get(statisticId);
    }

    Collection<Statistic> statistics() {
        return statistics.values();
    }

    int size() {
        return statistics.size();
    }

    /** Notes which ids an answer had a value for. */
    void saw(Collection<String> statisticIds) {
        seen.addAll(statisticIds);
    }

    /** Whether an answer lacks what an earlier one had. */
    boolean lost(Set<String> answered) {
        return seen.stream().anyMatch(id -> statistics.containsKey(id) && !answered.contains(id));
    }

    /** True when nothing is left after that. */
    boolean forget(Collection<Statistic> removed) {
        statistics.values().removeAll(new HashSet<>(removed));
        return statistics.isEmpty();
    }

    boolean sameIds(ServerSubscription other) {
        return id.equals(other.id) && other.statistics.keySet().containsAll(statistics.keySet());
    }
}
