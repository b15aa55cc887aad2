package io.github.multicloudcx.statistics.internal.live;

import io.github.multicloudcx.statistics.model.Statistic;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** What the application wants, and what of it the server does not give. */
final class Wanted {
    private final Set<Statistic> all = new LinkedHashSet<>();
    private final Set<Statistic> missing = new HashSet<>();

    /**
     * Adds them, and returns those that were not there.
     *
     * @throws IllegalArgumentException when two would have the same id; nothing is added then
     */
    synchronized List<Statistic> add(Collection<Statistic> statistics) {
        Set<Statistic> fresh = new LinkedHashSet<>(statistics);
        fresh.removeAll(all);
        Set<String> ids = new HashSet<>();
        Stream.concat(all.stream(), fresh.stream())
                .map(Statistic::statisticId)
                .filter(Objects::nonNull)
                .filter(id -> !ids.add(id))
                .findFirst()
                .ifPresent(Wanted::twice);
        all.addAll(fresh);
        return List.copyOf(fresh);
    }

    private static void twice(String id) {
        throw new IllegalArgumentException(
                "statisticId must be unique within a subscription, but \"" + id + "\" is given twice");
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

    /** Those of them that are wanted. */
    synchronized List<Statistic> wanted(Collection<Statistic> those) {
        return those.stream().filter(all::contains).toList();
    }

    /** Those of them that are not wanted. */
    synchronized List<Statistic> unwanted(Collection<Statistic> those) {
        return those.stream().filter(statistic -> !all.contains(statistic)).toList();
    }

    synchronized void missing(Collection<Statistic> statistics) {
        missing.addAll(statistics);
        missing.retainAll(all);
    }

    /** They are not missing any more. */
    synchronized void found(Collection<Statistic> statistics) {
        statistics.forEach(missing::remove);
    }

    synchronized void nothingMissing() {
        missing.clear();
    }

    synchronized List<Statistic> missing() {
        return all.stream().filter(missing::contains).toList();
    }
}
