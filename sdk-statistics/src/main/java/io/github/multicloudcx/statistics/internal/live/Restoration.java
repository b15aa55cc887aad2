package io.github.multicloudcx.statistics.internal.live;

import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.statistics.live.CometdException;
import io.github.multicloudcx.statistics.live.StatisticUpdate;
import io.github.multicloudcx.statistics.live.UnknownStatisticException;
import io.github.multicloudcx.statistics.model.Statistic;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The steps that bring a subscription to life and back to life. They run on the thread of the supervisor. */
final class Restoration {
    private static final int NAMED_IN_MESSAGES = 5;

    private final Wanted wanted;
    private final Updates updates;
    private final StateBoard board;
    private final LiveSettings settings;

    Restoration(Wanted wanted, Updates updates, StateBoard board, LiveSettings settings) {
        this.wanted = wanted;
        this.updates = updates;
        this.board = board;
        this.settings = settings;
    }

    /** Opens for the first time, which fails when something is missing that may not be. */
    void openFirst(LiveConnection connection) {
        connection.begin();
        long mark = updates.latest().mark();
        ServerSide.Opened opened = openAll(connection);
        if (!opened.missing().isEmpty() && !settings.missingAllowed()) {
            throw unknown(opened);
        }
        live(connection, opened.complete() ? new Updates.Answered(opened.updates(), mark) : peek(connection));
        if (connection.troubled()) {
            throw connection.trouble();
        }
    }

    /** Opens after an interruption, in a new session. */
    void open(LiveConnection connection) {
        connection.begin();
        openAnew(connection);
    }

    /** The session was kept; what it pushed meanwhile may be lost. */
    void afterTrouble(LiveConnection connection) {
        Updates.Answered values = connection.serviceDown() ? null : peekIfThere(connection);
        if (values == null) {
            afterUnavailable(connection);
        } else {
            live(connection, values);
        }
    }

    /** Looks whether the server still has what it pushes, and whether a push was missed that nobody knows of. */
    void verify(LiveConnection connection) {
        if (connection.troubled()) {
            return;
        }
        Updates.Answered values = peekIfThere(connection);
        if (values == null) {
            board.interrupted("the server no longer has the subscription");
            afterUnavailable(connection);
        } else {
            updates.answered(values);
        }
    }

    /** The service takes all subscriptions along when it becomes unavailable. */
    void afterUnavailable(LiveConnection connection) {
        List<String> old = connection.server().forgetAll();
        connection.serviceUp();
        openAnew(connection);
        connection.deleteLater(old);
    }

    private void openAnew(LiveConnection connection) {
        updates.latest().renew();
        var unused = openAll(connection);
        live(connection, peek(connection));
    }

    /** Another poll may have failed by now; then it is restored once more. */
    private void live(LiveConnection connection, Updates.Answered values) {
        if (!connection.troubled()) {
            board.live();
        }
        updates.answered(values);
    }

    private Updates.@Nullable Answered peekIfThere(LiveConnection connection) {
        long mark = updates.latest().mark();
        List<StatisticUpdate> values = connection.server().peek();
        return values == null ? null : new Updates.Answered(values, mark);
    }

    private Updates.Answered peek(LiveConnection connection) {
        Updates.Answered values = peekIfThere(connection);
        if (values == null) {
            throw new CometdException(
                    "The Statistics service forgot a subscription at once", null, new ErrorContext(Fate.UNKNOWN));
        }
        return values;
    }

    /** Opens what is wanted, also what comes to be wanted in the meantime. */
    private ServerSide.Opened openAll(LiveConnection connection) {
        Set<Statistic> asked = new HashSet<>();
        ServerSide.Opened last = ServerSide.Opened.NOTHING;
        wanted.nothingMissing();
        for (List<Statistic> rest = wanted.all(); !rest.isEmpty(); rest = wanted.except(asked)) {
            last = connection.server().open(rest).after(last);
            asked.addAll(rest);
        }
        wanted.missing(last.missing());
        connection.deleteLater(connection.server().forget(wanted.unwanted(asked)));
        return last;
    }

    /** Opens more, and returns what the server does not know. */
    List<Statistic> openMore(LiveConnection connection, List<Statistic> statistics) {
        Set<Statistic> opened = connection.server().opened();
        List<Statistic> fresh = statistics.stream()
                .filter(statistic -> !opened.contains(statistic))
                .toList();
        if (fresh.isEmpty()) {
            return List.of();
        }
        long mark = updates.latest().mark();
        ServerSide.Opened added = connection.server().open(fresh);
        if (settings.missingAllowed()) {
            wanted.missing(added.missing());
        } else {
            wanted.remove(added.missing());
        }
        updates.answered(added.complete() ? new Updates.Answered(added.updates(), mark) : peek(connection));
        return added.missing();
    }

    /** Calls of a client that was closed end with this. */
    boolean clientClosed(RuntimeException e) {
        return e instanceof IllegalStateException;
    }

    private static UnknownStatisticException unknown(ServerSide.Opened opened) {
        List<Statistic> missing = opened.missing();
        String names =
                missing.stream().limit(NAMED_IN_MESSAGES).map(Restoration::name).collect(Collectors.joining(", "));
        String more =
                missing.size() > NAMED_IN_MESSAGES ? " and " + (missing.size() - NAMED_IN_MESSAGES) + " more" : "";
        String reason = opened.errors().stream()
                .map(error -> error.message())
                .filter(message -> message != null && !message.isBlank())
                .findFirst()
                .map(message -> "; the server says: " + message)
                .orElse("");
        return new UnknownStatisticException(
                "The server did not open " + names + more + reason
                        + "; check name, objectType and objectId, or allow missing statistics",
                missing,
                opened.errors(),
                new ErrorContext("POST", "/statistics/v3/subscriptions", null, Fate.REJECTED, List.of()));
    }

    private static String name(Statistic statistic) {
        String name = statistic.name() == null ? "a defined statistic" : statistic.name();
        return name + " of " + statistic.objectType() + " " + statistic.objectId();
    }
}
