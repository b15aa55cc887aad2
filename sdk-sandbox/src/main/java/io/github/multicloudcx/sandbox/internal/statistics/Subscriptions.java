package io.github.multicloudcx.sandbox.internal.statistics;

import io.github.multicloudcx.sandbox.StatisticKey;
import io.github.multicloudcx.sandbox.internal.cometd.HttpSession;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The open subscriptions. Guarded by the board. */
final class Subscriptions {
    private record Address(HttpSession session, String id) {}

    private record Watcher(Subscription subscription, Watch watch) {}

    private final Map<Address, Subscription> open = new LinkedHashMap<>();
    private final Map<StatisticKey, List<Watcher>> watchers = new LinkedHashMap<>();

    void add(Subscription subscription) {
        open.put(new Address(subscription.session(), subscription.id()), subscription);
        for (Watch watch : subscription.watches()) {
            watchers.computeIfAbsent(watch.key(), key -> new ArrayList<>()).add(new Watcher(subscription, watch));
        }
    }

    Optional<Subscription> find(HttpSession session, String id) {
        return Optional.ofNullable(open.get(new Address(session, id)));
    }

    void remove(HttpSession session, String id) {
        Subscription removed = open.remove(new Address(session, id));
        if (removed != null) {
            removed.watches().forEach(watch -> unwatch(removed, watch.key()));
        }
    }

    private void unwatch(Subscription subscription, StatisticKey key) {
        watchers.computeIfPresent(key, (same, left) -> {
            left.removeIf(watcher -> watcher.subscription() == subscription);
            return left.isEmpty() ? null : left;
        });
    }

    void removeAll(HttpSession session) {
        all().stream()
                .filter(subscription -> subscription.session() == session)
                .forEach(subscription -> remove(session, subscription.id()));
    }

    void removeAll() {
        open.clear();
        watchers.clear();
    }

    int count() {
        return open.size();
    }

    List<Subscription> all() {
        return List.copyOf(open.values());
    }

    /** The statistics that somebody has subscribed to. */
    List<StatisticKey> keys() {
        return List.copyOf(watchers.keySet());
    }

    void eachWatching(StatisticKey key, BiConsumer<Subscription, Watch> action) {
        watchers.getOrDefault(key, List.of())
                .forEach(watcher -> action.accept(watcher.subscription(), watcher.watch()));
    }
}
