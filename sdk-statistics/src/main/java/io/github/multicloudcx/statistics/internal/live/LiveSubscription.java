package io.github.multicloudcx.statistics.internal.live;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.error.CallInterruptedException;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.statistics.live.LiveState;
import io.github.multicloudcx.statistics.live.StatisticUpdate;
import io.github.multicloudcx.statistics.live.StatisticsSubscription;
import io.github.multicloudcx.statistics.model.Statistic;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Puts the parts of a subscription together and answers the application. */
final class LiveSubscription implements StatisticsSubscription {
    private final Wanted wanted = new Wanted();
    private final LiveSettings settings;
    private final @Nullable ListenerThread listenerThread;
    private final UpdatePublisher publisher;
    private final Updates updates;
    private final StateBoard board;
    private final Supervisor supervisor;

    LiveSubscription(
            CxClient cx,
            List<Statistic> statistics,
            Listeners listeners,
            LiveSettings settings,
            @Nullable Executor given,
            LiveThreads threads) {
        this.settings = settings;
        this.listenerThread = given == null ? new ListenerThread() : null;
        Executor executor = listenerThread == null ? Require.present(given, "executor") : listenerThread;
        var unused = wanted.add(statistics);
        LatestValues latest = new LatestValues();
        this.publisher = new UpdatePublisher(executor, () -> latest.of(wanted.all()));
        ListenerPump pump = new ListenerPump(listeners, executor);
        this.updates = new Updates(latest, pump, publisher);
        this.board = new StateBoard(cx.timeSource(), threads.timer(), settings.stale(), pump);
        BlockingQueue<Event> mailbox = new LinkedBlockingQueue<>();
        this.supervisor = new Supervisor(new Supervisor.Parts(
                () -> new LiveConnection(cx, settings, threads, updates, board, mailbox::add),
                new Restoration(wanted, updates, board, settings),
                board,
                threads,
                settings,
                new BackOff(RandomGenerator.getDefault()),
                mailbox,
                publisher::end,
                cx.timeSource(),
                cx::closed));
    }

    CompletableFuture<Void> start() {
        return supervisor.start();
    }

    @Override
    public LiveState state() {
        return board.state();
    }

    @Override
    public List<StatisticUpdate> latest() {
        return updates.latest().of(wanted.all());
    }

    @Override
    public List<Statistic> statistics() {
        return wanted.all();
    }

    @Override
    public List<Statistic> missing() {
        return wanted.missing();
    }

    @Override
    public List<Statistic> add(Collection<Statistic> statistics) {
        Require.present(statistics, "statistics").forEach(each -> Require.present(each, "each of statistics"));
        if (board.state() instanceof LiveState.Closed) {
            throw closed();
        }
        List<Statistic> fresh = wanted.add(statistics);
        if (fresh.isEmpty()) {
            return List.of();
        }
        if (!board.state().live()) {
            supervisor.run(new Event.Task(() -> openQuietly(fresh), () -> {}));
            return List.of();
        }
        return supervisor.ownThread() ? opened(fresh) : openedThere(fresh);
    }

    private void openQuietly(List<Statistic> fresh) {
        var unused = supervisor.openMore(fresh);
    }

    private List<Statistic> opened(List<Statistic> fresh) {
        try {
            return supervisor.openMore(fresh);
        } catch (RuntimeException e) {
            wanted.remove(fresh);
            throw e;
        }
    }

    private List<Statistic> openedThere(List<Statistic> fresh) {
        CompletableFuture<List<Statistic>> result = new CompletableFuture<>();
        supervisor.run(new Event.Task(() -> complete(result, fresh), () -> result.completeExceptionally(closed())));
        try {
            return result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallInterruptedException(
                    "Interrupted while statistics were added; they are being subscribed to",
                    e,
                    new ErrorContext(Fate.UNKNOWN));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException reason ? reason : new IllegalStateException(e.getCause());
        }
    }

    private void complete(CompletableFuture<List<Statistic>> result, List<Statistic> fresh) {
        try {
            result.complete(opened(fresh));
        } catch (RuntimeException e) {
            result.completeExceptionally(e);
        }
    }

    private static IllegalStateException closed() {
        return new IllegalStateException("The subscription is closed");
    }

    @Override
    public void remove(Collection<Statistic> statistics) {
        List<Statistic> removed = List.copyOf(Require.present(statistics, "statistics"));
        wanted.remove(removed);
        updates.forget(removed);
        supervisor.run(new Event.Task(() -> forget(removed), () -> {}));
    }

    private void forget(List<Statistic> removed) {
        LiveConnection connection = supervisor.connection();
        if (connection != null) {
            List<Statistic> unwanted = wanted.unwanted(removed);
            connection.deleteLater(connection.server().forget(unwanted));
            updates.forget(unwanted);
        }
    }

    @Override
    public Flow.Publisher<StatisticUpdate> updates() {
        return publisher;
    }

    @Override
    public void close() {
        supervisor.close();
        if (listenerThread != null) {
            listenerThread.end(settings.close());
        }
    }

    @Override
    public String toString() {
        return "StatisticsSubscription[" + wanted.all().size() + " statistics, " + board.state() + "]";
    }
}
