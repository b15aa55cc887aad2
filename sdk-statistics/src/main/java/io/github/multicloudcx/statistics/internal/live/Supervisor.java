package io.github.multicloudcx.statistics.internal.live;

import io.github.multicloudcx.core.error.CallInterruptedException;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.statistics.model.Statistic;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a subscription alive on a thread of its own: opens it, waits until something is wrong, mends it, and begins anew
 * when that does not help. It ends only when it is told to, or with the client.
 */
final class Supervisor {
    static final String BY_APPLICATION = "closed by the application";

    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);

    private final Supplier<LiveConnection> connections;
    private final Restoration restoration;
    private final StateBoard board;
    private final LiveThreads threads;
    private final LiveSettings settings;
    private final BackOff backOff;
    private final BlockingQueue<Event> mailbox;
    private final Runnable onEnd;
    private final CompletableFuture<Void> opened = new CompletableFuture<>();
    private final Thread thread;
    private @Nullable LiveConnection connection;
    private volatile boolean closing;
    private boolean ending;
    private String endReason = BY_APPLICATION;

    Supervisor(Parts parts) {
        this.connections = parts.connections();
        this.restoration = parts.restoration();
        this.board = parts.board();
        this.threads = parts.threads();
        this.settings = parts.settings();
        this.backOff = parts.backOff();
        this.mailbox = parts.mailbox();
        this.onEnd = parts.onEnd();
        this.thread = LiveThreads.named("cx-live").newThread(this::run);
    }

    /** What it works with. */
    record Parts(
            Supplier<LiveConnection> connections,
            Restoration restoration,
            StateBoard board,
            LiveThreads threads,
            LiveSettings settings,
            BackOff backOff,
            BlockingQueue<Event> mailbox,
            Runnable onEnd) {}

    /** Begins; the future fails with the reason when it cannot be opened, and everything has ended then. */
    CompletableFuture<Void> start() {
        thread.start();
        return opened;
    }

    boolean ownThread() {
        return Thread.currentThread() == thread;
    }

    /** Does something between other events; abandons it when the end is near. */
    void run(Event.Task task) {
        mailbox.add(task);
        if (!thread.isAlive()) {
            abandonTasks();
        }
    }

    /** The connection, while there is one that works; for tasks. */
    @Nullable
    LiveConnection connection() {
        LiveConnection current = connection;
        return current == null || current.over() ? null : current;
    }

    /** Ends everything, and waits for it unless one of its own threads asks. */
    void close() {
        synchronized (this) {
            closing = true;
            mailbox.add(new Event.Close());
            if (!ending) {
                thread.interrupt();
            }
        }
        if (!ownThread()) {
            join();
        }
    }

    private void join() {
        try {
            thread.join(settings.close().plusSeconds(1).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            if (opens()) {
                opened.complete(null);
                keepAlive();
            }
        } finally {
            end();
        }
    }

    private boolean opens() {
        LiveConnection first = connections.get();
        try {
            restoration.openFirst(first);
            connection = first;
            return true;
        } catch (RuntimeException e) {
            var unused = Thread.interrupted();
            first.end(settings.close().dividedBy(2));
            endReason = LiveConnection.text(e);
            opened.completeExceptionally(e);
            return false;
        }
    }

    private void keepAlive() {
        while (!closing) {
            try {
                serve();
                reconnect();
            } catch (InterruptedException | CallInterruptedException e) {
                var unused = Thread.interrupted();
            } catch (RuntimeException e) {
                unexpected(e);
            }
        }
    }

    /** Nothing may end the supervision but the application; so a fault of ours is one more interruption. */
    private void unexpected(RuntimeException e) {
        if (restoration.clientClosed(e)) {
            endReason = "the CxClient was closed";
            closing = true;
            return;
        }
        LOG.error("Live statistics met a fault of their own and begin anew", e);
        board.interrupted("an internal fault: " + e.getClass().getName());
        LiveConnection current = connection;
        if (current != null) {
            current.giveUp();
        }
    }

    /** Deals with events until the connection is over. */
    private void serve() throws InterruptedException {
        LiveConnection current = connection;
        while (!closing && current != null && !current.over()) {
            try {
                deal(mailbox.take(), current);
            } catch (CxException e) {
                var unused = e instanceof CallInterruptedException && Thread.interrupted();
                board.interrupted(LiveConnection.text(e));
                current.giveUp();
            }
        }
    }

    private void deal(Event event, LiveConnection current) {
        if (event instanceof Event.Task task) {
            task.work().run();
        } else if (event instanceof Event.Restored restored && restored.connection() == current) {
            restoration.afterTrouble(current);
        } else if (event instanceof Event.Available available
                && available.connection() == current
                && current.serviceDown()) {
            restoration.afterUnavailable(current);
        } else if (event instanceof Event.Verify verify && verify.connection() == current) {
            restoration.verify(current);
            current.verifyLater();
        }
    }

    /** Tries until there is a connection again. */
    private void reconnect() throws InterruptedException {
        LiveConnection old = connection;
        for (int attempt = 0; !closing; attempt++) {
            pause(attempt);
            LiveConnection next = connections.get();
            try {
                restoration.open(next);
                connection = next;
                if (old != null) {
                    old.retire();
                }
                return;
            } catch (CallInterruptedException e) {
                next.retire();
                throw e;
            } catch (CxException e) {
                next.retire();
                board.interrupted(LiveConnection.text(e));
            } catch (RuntimeException e) {
                next.retire();
                throw e;
            }
        }
    }

    private void pause(int attempt) throws InterruptedException {
        Duration delay = backOff.delay(attempt);
        if (delay.isZero() || closing) {
            return;
        }
        var unused = threads.timer()
                .schedule(() -> mailbox.add(new Event.Retry(attempt)), delay.toMillis(), TimeUnit.MILLISECONDS);
        Event event = mailbox.take();
        while (!closing && !(event instanceof Event.Retry retry && retry.attempt() == attempt)) {
            if (event instanceof Event.Task task) {
                task.work().run();
            }
            event = mailbox.take();
        }
    }

    private void end() {
        synchronized (this) {
            ending = true;
            closing = true;
            var unused = Thread.interrupted();
        }
        LiveConnection last = connection;
        if (last != null) {
            last.end(settings.close().dividedBy(2));
        }
        board.closed(endReason);
        onEnd.run();
        abandonTasks();
        threads.end(settings.close().dividedBy(2));
        opened.completeExceptionally(new IllegalStateException("The subscription is closed"));
    }

    private void abandonTasks() {
        for (Event event = mailbox.poll(); event != null; event = mailbox.poll()) {
            if (event instanceof Event.Task task) {
                task.abandon().run();
            }
        }
    }

    /** Those of the statistics that the current connection does not have yet are opened on it. */
    List<Statistic> openMore(List<Statistic> statistics) {
        LiveConnection current = connection();
        return current == null ? List.of() : restoration.openMore(current, statistics);
    }
}
