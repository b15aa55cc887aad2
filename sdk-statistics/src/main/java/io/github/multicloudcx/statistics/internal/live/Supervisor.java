package io.github.multicloudcx.statistics.internal.live;

import io.github.multicloudcx.core.TimeSource;
import io.github.multicloudcx.core.error.CallInterruptedException;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.statistics.model.Statistic;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
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

    /** A connection that lasted so long was a success; the next failure is met without delay. */
    private static final Duration LASTING = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);

    private final Supplier<LiveConnection> connections;
    private final Restoration restoration;
    private final StateBoard board;
    private final LiveThreads threads;
    private final LiveSettings settings;
    private final BackOff backOff;
    private final BlockingQueue<Event> mailbox;
    private final Runnable onEnd;
    private final TimeSource time;
    private final BooleanSupplier clientClosed;
    private final CompletableFuture<Void> opened = new CompletableFuture<>();
    private final Thread thread;
    private volatile @Nullable LiveConnection connection;
    private volatile boolean closing;
    private volatile boolean abandoned;
    private int attempt;
    private long liveSince;
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
        this.time = parts.time();
        this.clientClosed = parts.clientClosed();
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
            Runnable onEnd,
            TimeSource time,
            BooleanSupplier clientClosed) {}

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
        if (abandoned) {
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

    /** An interrupt of the caller does not end the waiting, which is bounded anyway, and stays set. */
    private void join() {
        long end = System.nanoTime() + settings.close().plusSeconds(1).toNanos();
        boolean interrupted = false;
        for (long left = end - System.nanoTime(); thread.isAlive() && left > 0; left = end - System.nanoTime()) {
            try {
                TimeUnit.NANOSECONDS.timedJoin(thread, left);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (thread.isAlive()) {
            thread.interrupt();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            if (opens()) {
                opened.complete(null);
                keepAlive();
            }
        } catch (Error e) {
            endReason = LiveConnection.text(e);
            opened.completeExceptionally(e);
            throw e;
        } finally {
            end();
        }
    }

    private boolean opens() {
        LiveConnection first = connections.get();
        try {
            restoration.openFirst(first);
            live(first);
            return true;
        } catch (RuntimeException e) {
            var unused = Thread.interrupted();
            first.end(settings.close().dividedBy(2));
            endReason = LiveConnection.text(e);
            opened.completeExceptionally(e);
            return false;
        }
    }

    private void live(LiveConnection opened) {
        connection = opened;
        liveSince = time.nanoTime();
        opened.verifyLater();
    }

    private void keepAlive() {
        while (!closing) {
            try {
                serve();
                reconnect();
            } catch (InterruptedException e) {
                var unused = Thread.interrupted();
            } catch (RuntimeException e) {
                failed(e);
            }
        }
    }

    /** Deals with events until the connection is over. */
    private void serve() throws InterruptedException {
        LiveConnection current = connection;
        while (!closing && current != null && !current.over()) {
            try {
                deal(mailbox.take(), current);
            } catch (RuntimeException e) {
                failed(e);
                current.giveUp();
            }
        }
    }

    /** Nothing may end the supervision but the application; so a fault of anybody is one more interruption. */
    private void failed(RuntimeException e) {
        var unused = e instanceof CallInterruptedException && Thread.interrupted();
        if (closing) {
            return;
        }
        if (!(e instanceof CxException) && !clientClosed.getAsBoolean()) {
            LOG.warn("Live statistics met a fault and begin anew", e);
        }
        board.interrupted(LiveConnection.text(e));
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
        } else if (event instanceof Event.AskForMissing ask && ask.connection() == current) {
            current.reminded();
            restoration.askForMissing(current);
        }
    }

    /** Tries until there is a connection again; one that did not last counts as another failed try. */
    private void reconnect() throws InterruptedException {
        LiveConnection old = connection;
        if (Duration.ofNanos(time.nanoTime() - liveSince).compareTo(LASTING) >= 0) {
            attempt = 0;
        }
        while (!closing && !endsWithClient()) {
            pause(attempt);
            attempt++;
            LiveConnection next = connections.get();
            try {
                restoration.open(next);
                live(next);
                if (old != null) {
                    old.retire();
                }
                return;
            } catch (RuntimeException e) {
                next.retire();
                failed(e);
            }
        }
    }

    private boolean endsWithClient() {
        if (clientClosed.getAsBoolean()) {
            endReason = "the CxClient was closed";
            closing = true;
        }
        return closing;
    }

    private void pause(int number) throws InterruptedException {
        Duration delay = backOff.delay(number);
        if (delay.isZero() || closing) {
            return;
        }
        var unused = threads.timer()
                .schedule(() -> mailbox.add(new Event.Retry(number)), delay.toMillis(), TimeUnit.MILLISECONDS);
        Event event = mailbox.take();
        while (!closing && !(event instanceof Event.Retry retry && retry.attempt() == number)) {
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
        board.closed(endReason);
        onEnd.run();
        LiveConnection last = connection;
        if (last != null) {
            last.end(settings.close().dividedBy(2));
        }
        abandoned = true;
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
