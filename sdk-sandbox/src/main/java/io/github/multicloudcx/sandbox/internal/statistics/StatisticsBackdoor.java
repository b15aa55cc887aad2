package io.github.multicloudcx.sandbox.internal.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.sandbox.StatisticKey;
import io.github.multicloudcx.sandbox.internal.cometd.CometdEndpoint;
import io.github.multicloudcx.sandbox.internal.cometd.Gauge;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What a test may do to the statistics service behind its back. */
public final class StatisticsBackdoor {
    private final StatisticsSettings settings;
    private final Board board;
    private final Messenger messenger;
    private final Shapes shapes;
    private final CometdEndpoint cometd;
    private final Gauge gauge;
    private final TimerThread timer;
    private @Nullable Future<?> simulation;

    StatisticsBackdoor(
            StatisticsSettings settings,
            Board board,
            Messenger messenger,
            Shapes shapes,
            CometdEndpoint cometd,
            Gauge gauge,
            TimerThread timer) {
        this.settings = settings;
        this.board = board;
        this.messenger = messenger;
        this.shapes = shapes;
        this.cometd = cometd;
        this.gauge = gauge;
        this.timer = timer;
    }

    public void set(Map<StatisticKey, ?> values) {
        Map<StatisticKey, TrueValue> changes = new LinkedHashMap<>();
        values.forEach((key, value) -> changes.put(known(key), TrueValue.of(value)));
        board.set(changes);
    }

    public void setSubscribed(String statisticId, Object value) {
        board.setSubscribed(statisticId, TrueValue.of(value));
    }

    public JsonNode value(StatisticKey key) {
        return shapes.value(board.read(known(key)).value());
    }

    private StatisticKey known(StatisticKey key) {
        if (!settings.isConfigured(key.name())) {
            throw new IllegalArgumentException("No statistic " + key.name() + " is configured");
        }
        return key;
    }

    /** To the session of the subscription; to all of them when there is no such subscription. */
    public void push(String subscriptionId, String statisticId, Object value, Instant time) {
        JsonNode message = messenger.update(subscriptionId, statisticId, TrueValue.of(value), time);
        List<Subscription> receivers = board.subscriptions().stream()
                .filter(subscription -> subscription.id().equals(subscriptionId))
                .toList();
        if (receivers.isEmpty()) {
            cometd.broadcast(Messenger.UPDATES, message);
        } else {
            receivers.forEach(subscription -> subscription.session().deliver(Messenger.UPDATES, message));
        }
    }

    public void available(boolean on) {
        JsonNode message = messenger.serviceState(on ? "AVAILABLE" : "UNAVAILABLE");
        board.available(on, () -> cometd.broadcast(Messenger.SERVICE, message));
    }

    public void expireSessions() {
        cometd.expireSessions();
    }

    public void loseNode() {
        cometd.loseNode();
    }

    public void pollTimeout(Duration timeout) {
        cometd.pollTimeout(timeout);
    }

    public void sessionLifetime(Duration lifetime) {
        cometd.sessionLifetime(lifetime);
    }

    public List<String> sessionIds() {
        return cometd.sessionIds();
    }

    public List<String> subscriptionIds() {
        return board.subscriptions().stream().map(Subscription::id).toList();
    }

    public int heldPolls() {
        return cometd.heldPolls();
    }

    public void awaitHeldPolls(int number, Duration atMost) {
        gauge.await("held polls", cometd::heldPolls, number, atMost);
    }

    public void awaitSessions(int number, Duration atMost) {
        gauge.await("CometD sessions", () -> cometd.sessionIds().size(), number, atMost);
    }

    public void awaitSubscriptions(int number, Duration atMost) {
        gauge.await("subscriptions", board::subscriptionCount, number, atMost);
    }

    public synchronized void simulate(Duration step) {
        if (simulation != null) {
            simulation.cancel(false);
            simulation = null;
        }
        if (!step.isZero()) {
            Simulation life = new Simulation();
            simulation = timer.executor()
                    .scheduleAtFixedRate(
                            () -> board.change(life::next), step.toNanos(), step.toNanos(), TimeUnit.NANOSECONDS);
        }
    }
}
