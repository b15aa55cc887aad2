package io.github.multicloudcx.core.internal.http;

import io.github.multicloudcx.core.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A clock whose sleepers wake up when it is closed: nobody waits on behalf of a client that is gone. Threads of the user
 * get back no interrupt flag that they did not have.
 */
public final class EndableTime implements TimeSource, AutoCloseable {
    private final TimeSource time;
    private final Set<Sleep> sleeps = new HashSet<>();
    private boolean closed;

    public EndableTime(TimeSource time) {
        this.time = time;
    }

    /** The end of a sleep because of {@link #close()}, and not because somebody interrupted the thread. */
    private static final class Woken extends InterruptedException {
        private static final long serialVersionUID = 1L;

        private Woken() {
            super("the client was closed");
        }
    }

    private static final class Sleep {
        private final Thread thread = Thread.currentThread();
        private boolean woken;
        private @Nullable InterruptedException interrupt;
    }

    /** Sets the flag of the calling thread again, unless the client was closed and nobody interrupted the thread. */
    public static void keepFlag(InterruptedException e) {
        if (!(e instanceof Woken)) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Instant now() {
        return time.now();
    }

    @Override
    public long nanoTime() {
        return time.nanoTime();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        Sleep sleep = begin();
        try {
            time.sleep(duration);
        } catch (InterruptedException e) {
            sleep.interrupt = e;
        } finally {
            end(sleep);
        }
        if (sleep.woken) {
            throw new Woken();
        }
        if (sleep.interrupt != null) {
            throw sleep.interrupt;
        }
    }

    private synchronized Sleep begin() throws InterruptedException {
        if (closed) {
            throw new Woken();
        }
        Sleep sleep = new Sleep();
        sleeps.add(sleep);
        return sleep;
    }

    /** The interrupt that woke it up may have come too late to end the sleep; then it must not stay. */
    private synchronized void end(Sleep sleep) {
        sleeps.remove(sleep);
        if (sleep.woken && sleep.interrupt == null) {
            Thread.interrupted();
        }
    }

    /** Wakes up all who sleep and lets nobody sleep any more. */
    @Override
    public synchronized void close() {
        closed = true;
        for (Sleep sleep : sleeps) {
            sleep.woken = true;
            sleep.thread.interrupt();
        }
    }
}
