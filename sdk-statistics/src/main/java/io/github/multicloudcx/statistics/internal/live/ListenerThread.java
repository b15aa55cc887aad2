package io.github.multicloudcx.statistics.internal.live;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The thread on which listeners are called when the application brings none. It ends when there is nothing to tell. */
final class ListenerThread implements Executor {
    private final ThreadPoolExecutor executor;
    private volatile @Nullable Thread current;

    /** What comes after the end is told by the thread that brings it. */
    ListenerThread() {
        executor = new ThreadPoolExecutor(
                1,
                1,
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                LiveThreads.named("cx-live-listener"),
                (task, pool) -> task.run());
        executor.allowCoreThreadTimeOut(true);
    }

    @Override
    public void execute(Runnable task) {
        executor.execute(() -> {
            current = Thread.currentThread();
            task.run();
        });
    }

    /** Lets what is due be told, and interrupts a listener that takes longer than the limit. */
    void end(Duration limit) {
        executor.shutdown();
        if (Thread.currentThread() != current) {
            LiveThreads.await(executor, limit);
            executor.shutdownNow();
        }
    }
}
