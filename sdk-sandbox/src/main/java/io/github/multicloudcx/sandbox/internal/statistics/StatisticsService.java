package io.github.multicloudcx.sandbox.internal.statistics;

import io.github.multicloudcx.sandbox.SandboxClock;
import io.github.multicloudcx.sandbox.internal.auth.Secrets;
import io.github.multicloudcx.sandbox.internal.cometd.CometdEndpoint;
import io.github.multicloudcx.sandbox.internal.cometd.Gauge;
import io.github.multicloudcx.sandbox.internal.cometd.HttpSession;
import io.github.multicloudcx.sandbox.internal.cometd.HttpSessions;
import io.github.multicloudcx.sandbox.internal.http.Answer;
import io.github.multicloudcx.sandbox.internal.server.Invocation;
import io.github.multicloudcx.sandbox.internal.server.OperationHandler;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;

/** Puts the parts of the statistics service together. */
public final class StatisticsService implements AutoCloseable {
    private static final List<String> COMETD_OPERATIONS = List.of(
            "cometd", "cometdHandshake", "cometdConnect", "cometdSubscribe", "cometdUnsubscribe", "cometdDisconnect");
    private static final int TICK_MILLIS = 200;

    private final StatisticsSettings settings;
    private final Board board;
    private final Messenger messenger;
    private final Readings readings;
    private final HttpSessions sessions;
    private final CometdEndpoint cometd;
    private final StatisticsBackdoor backdoor;
    private final TimerThread timer;

    /**
     * Starts the service.
     *
     * @param settings what may be switched
     * @param clock its time
     * @param secrets makes session ids
     * @param port what its thread is named after
     */
    public StatisticsService(StatisticsSettings settings, SandboxClock clock, Secrets secrets, int port) {
        this.settings = settings;
        Gauge gauge = new Gauge();
        Shapes shapes = new Shapes(settings);
        messenger = new Messenger(settings, shapes);
        readings = new Readings(shapes);
        board = new Board(settings, clock, gauge, messenger);
        sessions = new HttpSessions(secrets, board::closeAll);
        timer = new TimerThread("cx-sandbox-" + port + "-statistics");
        Set<String> channels = Set.of(Messenger.UPDATES, Messenger.SERVICE);
        cometd = new CometdEndpoint(sessions, channels, clock, timer.executor(), gauge);
        backdoor = new StatisticsBackdoor(settings, board, messenger, shapes, cometd, gauge, timer);
        var unused =
                timer.executor().scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Does what is due by the clock of the sandbox. */
    public void tick() {
        board.tellDue();
    }

    public StatisticsBackdoor backdoor() {
        return backdoor;
    }

    public void register(Map<String, OperationHandler> handlers) {
        COMETD_OPERATIONS.forEach(id -> handlers.put(id, invocation -> cometd.answer(invocation.exchange())));
        PeekOperations peeks = new PeekOperations(settings, board, readings);
        SubscriptionOperations subscriptions = new SubscriptionOperations(settings, board, readings);
        handlers.put("getStatisticValue", whenAvailable((invocation, session) -> peeks.one(invocation)));
        handlers.put("getStatisticValues", whenAvailable((invocation, session) -> peeks.several(invocation)));
        handlers.put("createSubscription", whenAvailable(subscriptions::create));
        handlers.put("getSubscriptionStatisticValues", whenAvailable(subscriptions::values));
        handlers.put("deleteSubscription", inSession(subscriptions::delete));
    }

    private OperationHandler whenAvailable(BiFunction<Invocation, HttpSession, Answer> operation) {
        return inSession((invocation, session) -> board.isAvailable()
                ? operation.apply(invocation, session)
                : Answer.error(503, "The service is unavailable"));
    }

    /** A request that does not find its session gets another one. */
    private OperationHandler inSession(BiFunction<Invocation, HttpSession, Answer> operation) {
        return invocation -> sessions.find(invocation.exchange())
                .map(session -> operation.apply(invocation, session))
                .orElseGet(() -> {
                    HttpSession other = sessions.create();
                    return sessions.withCookies(operation.apply(invocation, other), other);
                });
    }

    @Override
    public void close() {
        cometd.close();
        timer.close();
    }
}
