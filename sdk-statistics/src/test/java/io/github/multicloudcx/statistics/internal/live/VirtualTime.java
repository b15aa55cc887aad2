package io.github.multicloudcx.statistics.internal.live;

import io.github.multicloudcx.core.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * A clock that nobody waits for. What is scheduled within {@link #SHORT} happens at once and moves the clock to its time;
 * what is scheduled for later happens when a test moves the clock there.
 */
final class VirtualTime extends AbstractExecutorService implements TimeSource, ScheduledExecutorService {
    static final Duration SHORT = Duration.ofSeconds(45);

    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

    private final List<Task<?>> tasks = new ArrayList<>();
    private final Thread worker = new Thread(this::work, "virtual-time");
    private long now;
    private long sequence;
    private boolean shutdown;

    VirtualTime() {
        worker.setDaemon(true);
        worker.start();
    }

    private final class Task<V> extends FutureTask<V> implements ScheduledFuture<V> {
        private final long due;
        private final boolean soon;
        private final long number = sequence++;

        private Task(Callable<V> work, Duration delay) {
            super(work);
            this.due = now + Math.max(0, delay.toNanos());
            this.soon = delay.compareTo(SHORT) <= 0;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(due - nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(due, ((Task<?>) other).due);
        }
    }

    private void work() {
        for (Optional<Task<?>> task = next(); task.isPresent(); task = next()) {
            task.get().run();
        }
    }

    private synchronized Optional<Task<?>> next() {
        while (!shutdown) {
            tasks.removeIf(Task::isCancelled);
            tasks.stream()
                    .filter(task -> task.soon)
                    .mapToLong(task -> task.due)
                    .min()
                    .ifPresent(soonest -> now = Math.max(now, soonest));
            Optional<Task<?>> due = tasks.stream()
                    .filter(task -> task.due <= now)
                    .min(Comparator.<Task<?>>comparingLong(task -> task.due).thenComparingLong(task -> task.number));
            if (due.isPresent()) {
                tasks.remove(due.get());
                return due;
            }
            try {
                wait();
            } catch (InterruptedException e) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Moves the clock; what becomes due happens on the thread of the clock. */
    synchronized void advance(Duration step) {
        now += step.toNanos();
        notifyAll();
    }

    @Override
    public synchronized Instant now() {
        return START.plusNanos(now);
    }

    @Override
    public synchronized long nanoTime() {
        return now;
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
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
            throw new RejectedExecutionException();
        }
        Task<V> task = new Task<>(callable, Duration.of(delay, unit.toChronoUnit()));
        tasks.add(task);
        notifyAll();
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
        var unused = schedule(command, 0, TimeUnit.NANOSECONDS);
    }

    @Override
    public synchronized void shutdown() {
        shutdown = true;
        notifyAll();
    }

    @Override
    public List<Runnable> shutdownNow() {
        shutdown();
        return List.of();
    }

    @Override
    public synchronized boolean isShutdown() {
        return shutdown;
    }

    @Override
    public boolean isTerminated() {
        return isShutdown() && !worker.isAlive();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        worker.join(unit.toMillis(timeout));
        return !worker.isAlive();
    }
}
