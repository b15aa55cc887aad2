package io.github.multicloudcx.statistics.internal.live;

import io.github.multicloudcx.statistics.model.Statistic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the application wants, and what of it the server does not give. */
final class Wanted {
    private final Set<Statistic> all = new LinkedHashSet<>();
    private final Set<Statistic> missing = new HashSet<>();

    /** Adds them, and returns those that were not there. */
    synchronized List<Statistic> add(Collection<Statistic> statistics) {
        List<Statistic> fresh = new ArrayList<>();
        for (Statistic statistic : statistics) {
            if (all.add(statistic)) {
                fresh.add(statistic);
            }
        }
        return fresh;
    }

    synchronized void remove(Collection<Statistic> statistics) {
        statistics.forEach(all::remove);
        statistics.forEach(missing::remove);
    }

    synchronized List<Statistic> all() {
        return List.copyOf(all);
    }

    /** All but those. */
    synchronized List<Statistic> except(Collection<Statistic> those) {
        return all.stream().filter(statistic -> !those.contains(statistic)).toList();
    }

    /** Those of them that are not wanted. */
    synchronized List<Statistic> unwanted(Collection<Statistic> those) {
        return those.stream().filter(statistic -> !all.contains(statistic)).toList();
    }

    synchronized void missing(Collection<Statistic> statistics) {
        missing.addAll(statistics);
        missing.retainAll(all);
    }

    synchronized void nothingMissing() {
        missing.clear();
    }

    synchronized List<Statistic> missing() {
        return all.stream().filter(missing::contains).toList();
    }
}
