package io.github.multicloudcx.core.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;

/** Threads of tests, and those of ours. */
public final class TestThreads {
    private TestThreads() {}

    /** A thread at work. */
    public record Running<T>(Thread thread, FutureTask<T> result) {
        /** Returns once the thread waits for something. */
        public void awaitWaiting() {
            while (thread.getState() != Thread.State.WAITING && thread.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
        }
    }

    public static <T> Running<T> start(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "test-worker");
        thread.setDaemon(true);
        thread.start();
        return new Running<>(thread, task);
    }

    /** Begins the same work on many threads at the same moment. */
    public static <T> List<Running<T>> startTogether(int count, Callable<T> work) {
        CyclicBarrier barrier = new CyclicBarrier(count);
        List<Running<T>> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(start(() -> {
                barrier.await();
                return work.call();
            }));
        }
        return all;
    }

    /** Living threads of the SDK. */
    public static List<Thread> ofTheSdk() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("cx-"))
                .toList();
    }

    /** Waits until the renewals that run now have ended. */
    public static void joinRenewals() throws InterruptedException {
        for (Thread thread : ofTheSdk()) {
            if (thread.getName().equals("cx-token")) {
                thread.join();
            }
        }
    }
}
