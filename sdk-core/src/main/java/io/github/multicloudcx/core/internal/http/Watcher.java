package io.github.multicloudcx.core.internal.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/**
 * Cancels the requests of interrupted threads and those whose time is over: OkHttp's {@code execute()} is deaf to
 * interrupts. One daemon thread looks every 50 ms, and only while requests are in flight.
 */
public final class Watcher implements AutoCloseable {
    private static final long LOOK_MILLIS = 50;

    private final Map<Call, Watch> watches = new ConcurrentHashMap<>();
    private final Object idle = new Object();
    private @Nullable Thread thread;
    private volatile boolean sleeping;
    private volatile boolean closed;

    /** Begins to watch a request on behalf of the calling thread. */
    Watch watch(Call call, @Nullable Duration timeLeft, Errand errand) {
        Watch watch = new Watch(call, timeLeft, errand);
        watches.put(call, watch);
        if (closed) {
            call.cancel();
        }
        wake();
        return watch;
    }

    /** What belongs to a request, or null when it is not watched. */
    @Nullable
    Errand errand(Call call) {
        Watch watch = watches.get(call);
        return watch == null ? null : watch.errand;
    }

    private void wake() {
        if (thread != null && !sleeping) {
            return;
        }
        synchronized (idle) {
            if (thread == null && !closed) {
                Thread fresh = new Thread(this::look, "cx-watcher");
                fresh.setDaemon(true);
                thread = fresh;
                fresh.start();
            }
            idle.notifyAll();
        }
    }

    private void look() {
        while (!closed) {
            try {
                rest();
            } catch (InterruptedException e) {
                return;
            }
            watches.values().forEach(Watch::check);
        }
    }

    private void rest() throws InterruptedException {
        synchronized (idle) {
            sleeping = true;
            while (watches.isEmpty() && !closed) {
                idle.wait();
            }
            sleeping = false;
        }
        TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }

    /** Cancels everything and ends the thread. */
    @Override
    public void close() {
        closed = true;
        watches.keySet().forEach(Call::cancel);
        Thread watching;
        synchronized (idle) {
            watching = thread;
            idle.notifyAll();
        }
        if (watching != null) {
            watching.interrupt();
        }
    }

    /** Whether the client has been closed. */
    public boolean closed() {
        return closed;
    }

    /** One request under watch. */
    public final class Watch implements AutoCloseable {
        private final Call call;
        private final Errand errand;
        private final long started = System.nanoTime();
        private volatile Thread owner = Thread.currentThread();
        private volatile @Nullable Duration timeLeft;
        private volatile boolean timedOut;

        private Watch(Call call, @Nullable Duration timeLeft, Errand errand) {
            this.call = call;
            this.errand = errand;
            this.timeLeft = timeLeft;
        }

        Call call() {
            return call;
        }

        Errand errand() {
            return errand;
        }

        /** Whether anything may have reached the server. */
        public boolean sent() {
            return errand.sent();
        }

        private void check() {
            Duration limit = timeLeft;
            if (limit != null && Duration.ofNanos(System.nanoTime() - started).compareTo(limit) >= 0) {
                timedOut = true;
                call.cancel();
            } else if (owner.isInterrupted()) {
                call.cancel();
            }
        }

        /** From now on the request belongs to the calling thread, which reads its body, however long that takes. */
        public void bodyReadHere() {
            owner = Thread.currentThread();
            timeLeft = null;
        }

        /** Whether it was cancelled because its time was over. */
        public boolean timedOut() {
            return timedOut;
        }

        @Override
        public void close() {
            if (watches.remove(call, this)) {
                errand.end();
            }
        }
    }
}
