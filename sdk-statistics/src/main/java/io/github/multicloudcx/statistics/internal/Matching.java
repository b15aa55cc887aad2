package io.github.multicloudcx.statistics.internal;

import io.github.multicloudcx.statistics.model.Statistic;
import io.github.multicloudcx.statistics.model.StatisticValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which answered statistic is which of those that were asked for. Servers may make up statistic ids of their own, so what
 * comes later is to be looked up by the ids that were answered.
 *
 * @param statistics what was asked for, by the statistic id that was answered
 * @param missing what was asked for and not answered, in the order in which it was asked for
 */
public record Matching(Map<String, Statistic> statistics, List<Statistic> missing) {
    /** Copies. */
    public Matching {
        statistics = Collections.unmodifiableMap(new LinkedHashMap<>(statistics));
        missing = List.copyOf(missing);
    }

    /** Compares what was asked for with what was answered. */
    public static Matching of(List<Statistic> asked, List<StatisticValue> answered) {
        Pairing pairing = Pairing.of(asked, answered.stream().map(Answered::of).toList());
        Map<String, Statistic> statistics = new LinkedHashMap<>();
        List<Statistic> missing = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            Integer answer = pairing.answerOf(i);
            String id = answer == null ? null : answered.get(answer).statisticId();
            if (answer == null) {
                missing.add(asked.get(i));
            } else if (id != null) {
                statistics.put(id, asked.get(i));
            }
        }
        return new Matching(statistics, missing);
    }
}
