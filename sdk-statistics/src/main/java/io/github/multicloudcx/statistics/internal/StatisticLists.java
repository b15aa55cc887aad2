package io.github.multicloudcx.statistics.internal;

import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.statistics.model.Statistic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Checks and completes the statistics that a caller gives. */
public final class StatisticLists {
    private StatisticLists() {}

    /** With ids where there were none, after a check that no id is given twice. */
    public static List<Statistic> withIds(@Nullable Collection<Statistic> statistics) {
        Set<String> ids = new HashSet<>();
        List<Statistic> complete = new ArrayList<>();
        for (Statistic statistic : present(statistics)) {
            String id = statistic.statisticId();
            if (id != null && !ids.add(id)) {
                throw new IllegalArgumentException(
                        "statisticId must be unique within a subscription, but \"" + id + "\" is given twice");
            }
            complete.add(id == null ? statistic.statisticId(UUID.randomUUID().toString()) : statistic);
        }
        return List.copyOf(complete);
    }

    /** Named ones only, each once. */
    static List<Statistic> distinctNamed(@Nullable Collection<Statistic> statistics) {
        List<Statistic> given = present(statistics);
        Map<Statistic, Statistic> distinct = new LinkedHashMap<>(2 * given.size());
        int index = 0;
        for (Statistic statistic : given) {
            distinct.putIfAbsent(anonymous(named(statistic, "statistics", index)), statistic);
            index++;
        }
        return List.copyOf(distinct.values());
    }

    /** The statistic, which must be named. */
    static Statistic named(@Nullable Statistic statistic, String parameter) {
        return named(Require.present(statistic, parameter), parameter, -1);
    }

    private static Statistic named(Statistic statistic, String parameter, int index) {
        if (statistic.definition() != null) {
            throw new IllegalArgumentException(parameter + (index < 0 ? "" : "[" + index + "]") + " (of "
                    + statistic.objectType() + " " + statistic.objectId()
                    + ") has a definition; only subscriptions take one, here it must have a name");
        }
        return statistic;
    }

    /** Without their ids, which nothing but subscriptions knows. */
    static List<Statistic> anonymous(List<Statistic> statistics) {
        for (Statistic statistic : statistics) {
            if (statistic.statisticId() != null) {
                return statistics.stream().map(StatisticLists::anonymous).toList();
            }
        }
        return statistics;
    }

    private static Statistic anonymous(Statistic statistic) {
        return statistic.statisticId() == null
                ? statistic
                : new Statistic(
                        null, statistic.name(), statistic.definition(), statistic.objectType(), statistic.objectId());
    }

    private static List<Statistic> present(@Nullable Collection<Statistic> statistics) {
        Collection<Statistic> given = Require.present(statistics, "statistics");
        if (given.isEmpty()) {
            throw new IllegalArgumentException("statistics must name one or more");
        }
        for (Statistic statistic : given) {
            var unused = Require.present(statistic, "each of statistics");
        }
        return List.copyOf(given);
    }
}
