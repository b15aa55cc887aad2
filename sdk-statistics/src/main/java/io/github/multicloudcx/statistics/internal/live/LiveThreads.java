package io.github.multicloudcx.statistics.internal.live;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * The threads of one subscription, all of them daemons.
 *
 * @param timer for what happens later
 * @param io where calls block
 */
record LiveThreads(ScheduledExecutorService timer, ExecutorService io) {
    /** Threads that follow the clock of the machine. */
    static LiveThreads start() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, named("cx-live-timer"));
        timer.setRemoveOnCancelPolicy(true);
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return new LiveThreads(timer, Executors.newCachedThreadPool(named("cx-live-io")));
    }

    static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Interrupts what still runs and waits until it has ended, but not for longer than the limit. */
    void end(Duration limit) {
        timer.shutdownNow();
        io.shutdownNow();
        await(io, limit);
        await(timer, limit);
    }

    static void await(ExecutorService executor, Duration limit) {
        try {
            var unused = executor.awaitTermination(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
