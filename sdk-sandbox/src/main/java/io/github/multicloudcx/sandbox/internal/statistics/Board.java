package io.github.multicloudcx.sandbox.internal.statistics;

import io.github.multicloudcx.sandbox.SandboxClock;
import io.github.multicloudcx.sandbox.StatisticKey;
import io.github.multicloudcx.sandbox.internal.cometd.Gauge;
import io.github.multicloudcx.sandbox.internal.cometd.HttpSession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The values, who listens to them, and whether the service is there at all. Thread-safe. */
final class Board {
    private final StatisticsSettings settings;
    private final SandboxClock clock;
    private final Gauge gauge;
    private final Messenger messenger;
    private final Values values = new Values();
    private final Subscriptions subscriptions = new Subscriptions();
    private boolean available = true;

    Board(StatisticsSettings settings, SandboxClock clock, Gauge gauge, Messenger messenger) {
        this.settings = settings;
        this.clock = clock;
        this.gauge = gauge;
        this.messenger = messenger;
    }

    /** What a statistic shows without a subscription. */
    synchronized Reading read(StatisticKey key) {
        return new Reading("", key.name(), key, values.get(key), clock.now());
    }

    /** Sets values; each subscription gets at most one message about all of them. */
    synchronized void set(Map<StatisticKey, TrueValue> changes) {
        changes.forEach(values::set);
        tell(changes);
    }

    private void tell(Map<StatisticKey, TrueValue> changes) {
        if (!available) {
            return;
        }
        Instant now = clock.now();
        Map<Subscription, List<Update>> updates = new LinkedHashMap<>();
        changes.forEach((key, value) -> subscriptions.eachWatching(key, (subscription, watch) -> {
            if (watch.wantsToKnow(value)) {
                updates.computeIfAbsent(subscription, first -> new ArrayList<>())
                        .add(watch.tell(value, now));
            }
        }));
        updates.forEach(messenger::send);
    }

    /** Changes some of the statistics that somebody listens to. */
    synchronized void change(Function<List<StatisticKey>, Map<StatisticKey, TrueValue>> change) {
        set(change.apply(subscriptions.keys()));
    }

    /** Tells those who want to hear regularly and whose time has come. */
    synchronized void tellDue() {
        Instant now = clock.now();
        for (Subscription subscription : subscriptions.all()) {
            List<Update> updates = subscription.watches().stream()
                    .filter(watch -> watch.isDue(now))
                    .map(watch -> watch.tell(values.get(watch.key()), now))
                    .toList();
            if (available && !updates.isEmpty()) {
                messenger.send(subscription, updates);
            }
        }
    }

    /** Sets the value of what clients call by this id. */
    synchronized void setSubscribed(String statisticId, TrueValue value) {
        Map<StatisticKey, TrueValue> changes = new HashMap<>();
        subscriptions.all().stream()
                .flatMap(subscription -> subscription.watches().stream())
                .filter(watch -> watch.statisticId().equals(statisticId))
                .forEach(watch -> changes.put(watch.key(), value));
        if (changes.isEmpty()) {
            throw new IllegalArgumentException("No open subscription has a statistic " + statisticId);
        }
        set(changes);
    }

    /** Opens a subscription and reads it; nothing when the session has one of this id. */
    synchronized Optional<List<Reading>> open(
            HttpSession session, String id, Map<String, RequestedStatistic> statistics) {
        if (subscriptions.find(session, id).isPresent()) {
            return Optional.empty();
        }
        Instant now = clock.now();
        List<Watch> watches = new ArrayList<>();
        statistics.forEach((statisticId, requested) ->
                watches.add(new Watch(statisticId, requested, values.get(requested.key()), now)));
        Subscription subscription = new Subscription(id, session, watches);
        if (!session.hasEnded()) {
            subscriptions.add(subscription);
            gauge.changed();
        }
        return Optional.of(read(subscription));
    }

    /** What a subscription shows, if the session has it. */
    synchronized Optional<List<Reading>> read(HttpSession session, String id) {
        return subscriptions.find(session, id).map(this::read);
    }

    private List<Reading> read(Subscription subscription) {
        Instant now = clock.now();
        return subscription.watches().stream()
                .map(watch -> new Reading(watch.statisticId(), watch.name(), watch.key(), values.get(watch.key()), now))
                .toList();
    }

    synchronized void close(HttpSession session, String id) {
        subscriptions.remove(session, id);
        gauge.changed();
    }

    synchronized void closeAll(HttpSession session) {
        subscriptions.removeAll(session);
        gauge.changed();
    }

    synchronized List<Subscription> subscriptions() {
        return subscriptions.all();
    }

    synchronized int subscriptionCount() {
        return subscriptions.count();
    }

    synchronized boolean isAvailable() {
        return available;
    }

    /** Tells everybody, unless it is so already. */
    synchronized void available(boolean on, Runnable tell) {
        if (available == on) {
            return;
        }
        available = on;
        tell.run();
        if (!on && !settings.subscriptionsKept()) {
            subscriptions.removeAll();
        }
        gauge.changed();
    }
}
