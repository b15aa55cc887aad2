package io.github.multicloudcx.statistics.internal.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.Api;
import io.github.multicloudcx.core.ApiFamily;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.Envelope;
import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.SessionCookies;
import io.github.multicloudcx.core.TimeSource;
import io.github.multicloudcx.core.error.CallInterruptedException;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.statistics.internal.StatisticsRequests;
import io.github.multicloudcx.statistics.live.CometdException;
import io.github.multicloudcx.statistics.live.StatisticUpdate;
import io.github.multicloudcx.statistics.model.Statistic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A CometD session and the subscriptions that were made in it, under one set of cookies. It is used once. */
final class LiveConnection implements CometdSession.Listener {
    /** So long it is believed that the service is unavailable without being asked. */
    private static final Duration LONGEST_UNAVAILABLE = Duration.ofMinutes(1);

    /** So long after that statistics which the server did not give are asked for again. */
    private static final Duration MISSING_AGAIN = Duration.ofMinutes(1);

    private static final String SERVICE_DOWN = "the service is unavailable";

    private final LiveSettings settings;
    private final LiveThreads threads;
    private final TimeSource time;
    private final Updates updates;
    private final StateBoard board;
    private final Consumer<Event> mailbox;
    private final CometdSession session;
    private final ServerSide server;
    private final Watchdog watchdog;
    private volatile @Nullable Throwable trouble;
    private volatile boolean serviceDown;
    private volatile boolean over;
    private boolean reminded;

    LiveConnection(
            CxClient cx,
            LiveSettings settings,
            LiveThreads threads,
            Updates updates,
            StateBoard board,
            Consumer<Event> mailbox) {
        this.settings = settings;
        this.threads = threads;
        this.time = cx.timeSource();
        this.updates = updates;
        this.board = board;
        this.mailbox = mailbox;
        Api api = cx.api(ApiFamily.STATISTICS).session(new SessionCookies());
        String url = cx.baseUrl(ApiFamily.STATISTICS) + BayeuxTransport.PATH;
        this.session = new CometdSession(api.envelope(Envelope.BARE), url, settings.networkDelay(), threads, this);
        this.server = new ServerSide(new StatisticsRequests(api), settings, time);
        this.watchdog = new Watchdog(threads.timer(), time, this::patience, this::silent);
    }

    ServerSide server() {
        return server;
    }

    /** Whether a poll failed and none has been answered since, or the service is down. */
    boolean troubled() {
        return trouble != null || serviceDown;
    }

    /** What is wrong with it. */
    RuntimeException trouble() {
        return trouble instanceof RuntimeException reason
                ? reason
                : new CometdException(SERVICE_DOWN, null, new ErrorContext(Fate.REJECTED));
    }

    boolean over() {
        return over;
    }

    /** Shakes hands and subscribes the channels. */
    void begin() {
        CompletableFuture<Void> opened = session.open();
        Future<?> limit = threads.timer()
                .schedule(
                        () -> opened.completeExceptionally(late()),
                        settings.open().toMillis(),
                        TimeUnit.MILLISECONDS);
        try {
            opened.get();
            watchdog.start();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallInterruptedException(
                    "Interrupted while the CometD session was opened", e, new ErrorContext(Fate.UNKNOWN));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException reason ? reason : new IllegalStateException(e.getCause());
        } finally {
            limit.cancel(false);
        }
    }

    private CometdException late() {
        return new CometdException(
                "No CometD session within " + settings.open().toMillis() + " ms; check that "
                        + ApiFamily.STATISTICS.basePath() + BayeuxTransport.PATH + " can be reached",
                null,
                new ErrorContext(Fate.UNKNOWN));
    }

    /** A transport that keeps its own deadlines needs less; what exceeds this is beyond it. */
    private Duration patience() {
        return session.pollTimeout().plus(settings.networkDelay()).multipliedBy(2);
    }

    private void silent(Duration silence) {
        lost(new CometdException(
                "There was no sign of the CometD connection for " + silence.toMillis() + " ms",
                null,
                new ErrorContext(Fate.UNKNOWN)));
    }

    @Override
    public void polled() {
        watchdog.alive();
        if (!over) {
            board.sign();
            if (trouble != null) {
                trouble = null;
                mailbox.accept(new Event.Restored(this));
            }
        }
    }

    @Override
    public void pollFailed(Throwable why) {
        watchdog.alive();
        if (!over) {
            trouble = why;
            board.interrupted(text(why), () -> !over);
        }
    }

    @Override
    public void lost(Throwable why) {
        if (!over) {
            trouble = why;
            board.interrupted(text(why), () -> !over);
            over = true;
            mailbox.accept(new Event.Lost());
        }
    }

    @Override
    public void updates(JsonNode data) {
        List<StatisticUpdate> pushed = new ArrayList<>();
        for (PushedMessages.Item item : PushedMessages.updates(data)) {
            Statistic statistic = server.statistic(item.subscriptionId(), item.statisticId());
            if (statistic != null && !over) {
                pushed.add(new StatisticUpdate(statistic, item.value(), item.timestamp(), time.now()));
            }
        }
        updates.pushed(pushed);
    }

    @Override
    public void service(JsonNode data) {
        PushedMessages.available(data).ifPresent(available -> {
            if (over) {
                return;
            }
            if (available) {
                mailbox.accept(new Event.Available(this));
            } else {
                serviceDown = true;
                board.unavailable(SERVICE_DOWN, () -> !over);
                supposeAvailable();
            }
        });
    }

    /** The message that it is available again may get lost. */
    private void supposeAvailable() {
        remind(LONGEST_UNAVAILABLE, new Event.Available(this));
    }

    /** Looks after a while whether the server still has the subscriptions, which no message would tell. */
    void verifyLater() {
        remind(settings.verify(), new Event.Verify(this));
    }

    /** Asks once more, however often this is called until then. */
    void askForMissingLater() {
        if (!reminded) {
            reminded = true;
            remind(MISSING_AGAIN, new Event.AskForMissing(this));
        }
    }

    /** From now on it can be reminded again. */
    void reminded() {
        reminded = false;
    }

    private void remind(Duration later, Event event) {
        try {
            var unused = threads.timer().schedule(() -> mailbox.accept(event), later.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // it is being closed
        }
    }

    /** Whether the service said that it is unavailable and was not taken for available since. */
    boolean serviceDown() {
        return serviceDown;
    }

    void serviceUp() {
        serviceDown = false;
    }

    /** One line for people; what is not ours may hold anything, so only its kind is told. */
    static String text(Throwable why) {
        String message = why.getMessage();
        return why instanceof CxException && message != null
                ? message
                : why.getClass().getName() + " was thrown";
    }

    /** From now on it counts as lost. */
    void giveUp() {
        over = true;
        watchdog.end();
    }

    /** Ends it without waiting: the server is told in the background. */
    void retire() {
        over = true;
        watchdog.end();
        List<String> subscriptionIds = server.forgetAll();
        later(() -> {
            server.delete(subscriptionIds, settings.close());
            session.close(settings.close());
        });
    }

    /** Deletes what is no longer needed in the background. */
    void deleteLater(List<String> subscriptionIds) {
        if (!subscriptionIds.isEmpty()) {
            later(() -> server.delete(subscriptionIds, settings.close()));
        }
    }

    private void later(Runnable work) {
        try {
            threads.io().execute(work);
        } catch (RejectedExecutionException e) {
            session.abort();
        }
    }

    /** Ends it for good: the server is told, as long as it answers within the limit. */
    void end(Duration limit) {
        over = true;
        watchdog.end();
        server.delete(server.forgetAll(), limit.dividedBy(2));
        session.close(limit.dividedBy(2));
    }
}
