package io.github.multicloudcx.statistics.internal.live;

import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads that tell how much they have to do, so that a test can wait until it is as little as it expects. */
final class CountingPool extends ThreadPoolExecutor {
    private int active;

    CountingPool() {
        super(0, Integer.MAX_VALUE, 60, TimeUnit.SECONDS, new SynchronousQueue<>(), LiveThreads.named("counted-io"));
    }

    @Override
    public void execute(Runnable task) {
        add(1);
        try {
            super.execute(task);
        } catch (RuntimeException e) {
            add(-1);
            throw e;
        }
    }

    @Override
    protected void afterExecute(Runnable task, Throwable failure) {
        add(-1);
    }

    private synchronized void add(int number) {
        active += number;
        notifyAll();
    }

    synchronized int active() {
        return active;
    }

    synchronized void awaitActive(int number) {
        long end = System.nanoTime() + Recorder.PATIENCE.toNanos();
        while (active != number) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                throw new AssertionError(active + " tasks are active, not " + number);
            }
            try {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
