package io.github.multicloudcx.statistics.internal.live;

import io.github.multicloudcx.core.ResponseStatus;
import io.github.multicloudcx.core.RetryPolicy;
import io.github.multicloudcx.core.TimeSource;
import io.github.multicloudcx.core.error.NotFoundException;
import io.github.multicloudcx.statistics.internal.StatisticLists;
import io.github.multicloudcx.statistics.internal.StatisticsRequests;
import io.github.multicloudcx.statistics.live.StatisticUpdate;
import io.github.multicloudcx.statistics.model.Statistic;
import io.github.multicloudcx.statistics.model.StatisticData;
import io.github.multicloudcx.statistics.model.StatisticValue;
import io.github.multicloudcx.statistics.model.Verbosity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The subscriptions of one session on the server. */
final class ServerSide {
    private static final Logger LOG = LoggerFactory.getLogger(ServerSide.class);

    private final StatisticsRequests requests;
    private final LiveSettings settings;
    private final TimeSource time;
    private final Map<String, ServerSubscription> subscriptions = new ConcurrentHashMap<>();

    ServerSide(StatisticsRequests requests, LiveSettings settings, TimeSource time) {
        this.requests = requests;
        this.settings = settings;
        this.time = time;
    }

    /**
     * What came of opening statistics.
     *
     * @param updates values that came along
     * @param missing statistics that were not opened
     * @param errors what the server said about them
     * @param complete whether every opened statistic had a value
     */
    record Opened(
            List<StatisticUpdate> updates, List<Statistic> missing, List<ResponseStatus> errors, boolean complete) {
        static final Opened NOTHING = new Opened(List.of(), List.of(), List.of(), true);

        /** Both together. */
        Opened after(Opened before) {
            return new Opened(
                    joined(before.updates, updates),
                    joined(before.missing, missing),
                    joined(before.errors, errors),
                    before.complete && complete);
        }

        private static <T> List<T> joined(List<T> first, List<T> second) {
            List<T> all = new ArrayList<>(first);
            all.addAll(second);
            return all;
        }
    }

    /** Creates subscriptions; when one of them cannot be created, none is left. */
    Opened open(List<Statistic> statistics) {
        Opened all = Opened.NOTHING;
        List<ServerSubscription> created = new ArrayList<>();
        try {
            for (int from = 0; from < statistics.size(); from += settings.batchSize()) {
                int to = Math.min(statistics.size() - from, settings.batchSize()) + from;
                all = create(statistics.subList(from, to), created).after(all);
            }
            return all;
        } catch (RuntimeException e) {
            created.forEach(this::delete);
            throw e;
        }
    }

    /** Known before the answer comes, because updates may overtake it. */
    private Opened create(List<Statistic> statistics, List<ServerSubscription> created) {
        List<Statistic> sent = StatisticLists.withIds(statistics);
        ServerSubscription asked = ServerSubscription.asked(UUID.randomUUID().toString(), statistics, sent);
        subscriptions.put(asked.id(), asked);
        created.add(asked);
        StatisticData answer = requests.create(sent, asked.id(), Verbosity.INFO)
                .timeout(settings.open())
                .execute();
        ServerSubscription made = asked.answered(sent, answer);
        subscriptions.put(made.id(), made);
        if (!made.id().equals(asked.id())) {
            subscriptions.remove(asked.id());
        }
        created.set(created.size() - 1, made);
        List<StatisticUpdate> updates = updates(made, answer.statistics());
        made.saw(answered(answer));
        List<Statistic> missing = answer.missing().stream().map(asked::original).toList();
        boolean complete = updates.size() == made.size() && made.sameIds(asked);
        return new Opened(updates, missing, answer.errors(), complete);
    }

    /**
     * Asks for the values of all subscriptions; null when one of them is gone.
     *
     * @param wary whether one also counts as gone when a value is not answered that was answered before
     */
    @Nullable
    List<StatisticUpdate> peek(boolean wary) {
        List<StatisticUpdate> updates = new ArrayList<>();
        for (ServerSubscription subscription : subscriptions.values()) {
            try {
                StatisticData answer = requests.subscriptionValues(subscription.id(), List.of(), Verbosity.INFO)
                        .timeout(settings.open())
                        .execute();
                Set<String> answered = answered(answer);
                if (wary && subscription.lost(answered)) {
                    return null;
                }
                subscription.saw(answered);
                updates.addAll(updates(subscription, answer.statistics()));
            } catch (NotFoundException e) {
                return null;
            }
        }
        return updates;
    }

    private static Set<String> answered(StatisticData answer) {
        Set<String> ids = new HashSet<>();
        for (StatisticValue value : answer.statistics()) {
            String id = value.statisticId();
            if (id != null && value.value().present()) {
                ids.add(id);
            }
        }
        return ids;
    }

    private List<StatisticUpdate> updates(ServerSubscription subscription, List<StatisticValue> values) {
        List<StatisticUpdate> updates = new ArrayList<>();
        for (StatisticValue value : values) {
            Statistic statistic = subscription.statistic(value.statisticId());
            if (statistic != null && value.value().present()) {
                updates.add(new StatisticUpdate(statistic, value.value(), value.timestamp(), time.now()));
            }
        }
        return updates;
    }

    /** The statistic that an update is about, or null. */
    @Nullable
    Statistic statistic(@Nullable String subscriptionId, @Nullable String statisticId) {
        ServerSubscription subscription = subscriptionId == null ? null : subscriptions.get(subscriptionId);
        return subscription == null ? null : subscription.statistic(statisticId);
    }

    /** What is subscribed to. */
    Set<Statistic> opened() {
        Set<Statistic> opened = new HashSet<>();
        subscriptions.values().forEach(subscription -> opened.addAll(subscription.statistics()));
        return opened;
    }

    /** Drops updates of these from now on, and returns the subscriptions of which nothing is left. */
    List<String> forget(Collection<Statistic> statistics) {
        List<String> empty = new ArrayList<>();
        subscriptions.values().removeIf(subscription -> {
            boolean nothingLeft = subscription.forget(statistics);
            if (nothingLeft) {
                empty.add(subscription.id());
            }
            return nothingLeft;
        });
        return empty;
    }

    /** Forgets all subscriptions, and returns their ids, so that they can be deleted. */
    List<String> forgetAll() {
        List<String> ids = List.copyOf(subscriptions.keySet());
        subscriptions.clear();
        return ids;
    }

    private void delete(ServerSubscription subscription) {
        subscriptions.remove(subscription.id());
        delete(List.of(subscription.id()), settings.close());
    }

    /**
     * Deletes as well as it can be done: sessions that end take their subscriptions along anyway.
     *
     * @param limit for all of them together
     */
    void delete(List<String> ids, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        for (String id : ids) {
            Duration left = Duration.ofNanos(end - System.nanoTime());
            if (left.isNegative() || left.isZero()) {
                LOG.debug("There was no time to delete all of {} subscriptions", ids.size());
                return;
            }
            try {
                requests.delete(id)
                        .timeout(left)
                        .retryPolicy(RetryPolicy.none())
                        .execute();
            } catch (RuntimeException e) {
                LOG.debug("A subscription could not be deleted: {}", LiveConnection.text(e));
            }
        }
    }
}
