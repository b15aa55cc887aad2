package io.github.multicloudcx.statistics.internal.live;

import io.github.multicloudcx.core.CanIgnoreReturnValue;
import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.error.ApiException;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.core.error.ServerException;
import io.github.multicloudcx.core.error.UnauthorizedException;
import io.github.multicloudcx.statistics.live.CometdException;
import io.github.multicloudcx.statistics.live.StatisticUpdate;
import io.github.multicloudcx.statistics.model.Statistic;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps that bring a subscription to life and back to life. They run on the thread of the supervisor. */
final class Restoration {
    private static final Logger LOG = LoggerFactory.getLogger(Restoration.class);

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
            throw Missing.exception(opened);
        }
        Updates.Answered values =
                opened.complete() ? new Updates.Answered(opened.updates(), mark) : peekNew(connection);
        if (!settle(connection, values)) {
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
        Updates.Answered values = connection.serviceDown() ? null : peek(connection, true);
        if (values == null) {
            afterUnavailable(connection);
        } else {
            settle(connection, values);
        }
    }

    /** Looks whether the server still has what it pushes, and whether a push was missed that nobody knows of. */
    void verify(LiveConnection connection) {
        if (!connection.troubled()) {
            Updates.Answered values = peek(connection, true);
            if (values == null) {
                lostWithoutAWord(connection);
            } else {
                updates.answered(values);
            }
        }
    }

    private void lostWithoutAWord(LiveConnection connection) {
        board.interrupted("the server no longer has the subscription");
        afterUnavailable(connection);
    }

    /** The service takes all subscriptions along when it becomes unavailable. */
    void afterUnavailable(LiveConnection connection) {
        List<String> old = connection.server().forgetAll();
        connection.serviceUp();
        openAnew(connection);
        connection.deleteLater(old);
    }

    /** Part of it may be missing for a while, all of it not: that is no life. */
    private void openAnew(LiveConnection connection) {
        updates.latest().renew();
        ServerSide.Opened opened = openAll(connection);
        if (!opened.missing().isEmpty() && connection.server().opened().isEmpty()) {
            throw Missing.exception(opened);
        }
        Updates.Answered values = peekNew(connection);
        updates.forget(opened.missing());
        settle(connection, values);
    }

    /** Another poll may have failed by now; then it is not live, and is restored once more. */
    @CanIgnoreReturnValue
    private boolean settle(LiveConnection connection, Updates.Answered values) {
        List<Statistic> missing = wanted.missing();
        if (!missing.isEmpty()) {
            connection.askForMissingLater();
        }
        boolean live = board.live(() -> !connection.troubled(), missing, () -> updates.put(values));
        updates.wake();
        return live;
    }

    /** Statistics that the server did not give may come to be, for example when Stat Server has started up. */
    void askForMissing(LiveConnection connection) {
        List<Statistic> missing = wanted.missing();
        if (connection.troubled() || missing.isEmpty()) {
            return;
        }
        long mark = updates.latest().mark();
        try {
            ServerSide.Opened opened = connection.server().open(missing);
            wanted.found(missing);
            wanted.missing(opened.missing());
            settle(connection, new Updates.Answered(opened.updates(), mark));
        } catch (ServerException | UnauthorizedException e) {
            throw e;
        } catch (ApiException e) {
            LOG.debug("The missing statistics are still refused: {}", e.getMessage());
            connection.askForMissingLater();
        }
    }

    private Updates.@Nullable Answered peek(LiveConnection connection, boolean wary) {
        long mark = updates.latest().mark();
        List<StatisticUpdate> values = connection.server().peek(wary);
        return values == null ? null : new Updates.Answered(values, mark);
    }

    /** What was just made may lack values, but cannot be gone. */
    private Updates.Answered peekNew(LiveConnection connection) {
        Updates.Answered values = peek(connection, false);
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
        if (!last.missing().isEmpty()) {
            LOG.warn(
                    "The server does not give {} of {} statistics{}",
                    last.missing().size(),
                    asked.size(),
                    Missing.reason(last));
        }
        connection.deleteLater(connection.server().forget(wanted.unwanted(asked)));
        return last;
    }

    /** Opens those that are not open yet, and returns what the server does not know. */
    List<Statistic> openMore(LiveConnection connection, List<Statistic> statistics) {
        List<Statistic> more = wanted.wanted(statistics);
        Set<Statistic> opened = connection.server().opened();
        List<Statistic> fresh =
                more.stream().filter(statistic -> !opened.contains(statistic)).toList();
        long mark = updates.latest().mark();
        try {
            ServerSide.Opened added = connection.server().open(fresh);
            boolean known = updates.latest().of(more).size() + added.updates().size() >= more.size();
            Updates.Answered values =
                    added.complete() && known ? new Updates.Answered(added.updates(), mark) : peek(connection, false);
            if (values == null) {
                lostWithoutAWord(connection);
                return wanted.missing().stream().filter(fresh::contains).toList();
            }
            updates.answered(values);
            return notOpened(connection, added.missing());
        } catch (RuntimeException e) {
            connection.deleteLater(connection.server().forget(fresh));
            throw e;
        }
    }

    private List<Statistic> notOpened(LiveConnection connection, List<Statistic> missing) {
        if (!missing.isEmpty() && settings.missingAllowed()) {
            wanted.missing(missing);
            settle(connection, new Updates.Answered(List.of(), 0));
        } else {
            wanted.remove(missing);
        }
        return missing;
    }
}
