package io.github.multicloudcx.statistics.internal.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** A timer whose time passes when the test says so, on the thread of the test. */
final class ManualTimer extends AbstractExecutorService implements ScheduledExecutorService {
    private final List<Task<?>> tasks = new ArrayList<>();
    private long nanos;
    private boolean shutdown;

    private final class Task<V> extends FutureTask<V> implements ScheduledFuture<V> {
        private final long due;

        private Task(Callable<V> work, long due) {
            super(work);
            this.due = due;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            synchronized (ManualTimer.this) {
                return unit.convert(due - nanos, TimeUnit.NANOSECONDS);
            }
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }

    /** Lets time pass and does what is due meanwhile. */
    void advance(Duration duration) {
        synchronized (this) {
            nanos += duration.toNanos();
        }
        for (Task<?> task = due(); task != null; task = due()) {
            task.run();
        }
    }

    private synchronized Task<?> due() {
        tasks.removeIf(FutureTask::isDone);
        Task<?> next = tasks.stream().sorted().findFirst().orElse(null);
        return next != null && next.due <= nanos && tasks.remove(next) ? next : null;
    }

    /** How long until each of the tasks that wait is due. */
    synchronized List<Duration> waiting() {
        tasks.removeIf(FutureTask::isDone);
        return tasks.stream()
                .map(task -> Duration.ofNanos(task.due - nanos))
                .sorted()
                .toList();
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return schedule(
                () -> {
                    command.run();
                    return null;
                },
                delay,
                unit);
    }

    @Override
    public synchronized <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
        if (shutdown) {
            throw new RejectedExecutionException("the timer has ended");
        }
        Task<V> task = new Task<>(callable, nanos + unit.toNanos(delay));
        tasks.add(task);
        return task;
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long initialDelay, long period, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long initialDelay, long delay, TimeUnit unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void execute(Runnable command) {
        throw new UnsupportedOperationException();
    }

    @Override
    public synchronized void shutdown() {
        shutdown = true;
    }

    @Override
    public synchronized List<Runnable> shutdownNow() {
        shutdown = true;
        return List.copyOf(tasks);
    }

    @Override
    public synchronized boolean isShutdown() {
        return shutdown;
    }

    @Override
    public boolean isTerminated() {
        return isShutdown();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return isShutdown();
    }
}
