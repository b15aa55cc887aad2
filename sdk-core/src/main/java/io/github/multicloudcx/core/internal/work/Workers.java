package io.github.multicloudcx.core.internal.work;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Does the same work for many items on a few threads of its own. Items are taken, and outcomes are handed out, on the calling
 * thread alone, so that neither needs a lock; no more items are taken than there are threads to work on them.
 *
 * <p>When the calling thread is interrupted, no more items are taken, the threads are interrupted, and what they were doing
 * is still handed out; an item that no thread had begun is not. What the work or the caller's own code throws ends it in
 * the same way.
 *
 * @param <I> items
 * @param <O> outcomes
 */
public final class Workers<I, O> {
    private final BlockingQueue<Task<I>> tasks = new LinkedBlockingQueue<>();
    private final BlockingQueue<Done<O>> done = new LinkedBlockingQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private final String name;
    private final Function<I, O> work;
    private final Consumer<O> outcomes;
    private int running;
    private boolean interrupted;
    private @Nullable Throwable failure;

    private Workers(String name, Function<I, O> work, Consumer<O> outcomes) {
        this.name = name;
        this.work = work;
        this.outcomes = outcomes;
    }

    private record Task<I>(@Nullable I item) {}

    private record Done<O>(@Nullable O outcome, @Nullable Throwable failure) {}

    /**
     * Does it. What the work or the caller's own code throws is thrown when all threads have ended; what follows it hangs on
     * it as suppressed.
     *
     * @param name what the threads are called
     * @param concurrency how many threads at most, 1 or more
     * @param items asked for the next one when a thread is free; may end early
     * @param work runs on the threads
     * @param outcomes told each outcome in the order in which they come
     * @return false when the calling thread was interrupted; its flag is set then
     */
    public static <I, O> boolean run(
            String name, int concurrency, Iterator<I> items, Function<I, O> work, Consumer<O> outcomes) {
        Workers<I, O> workers = new Workers<>(name, work, outcomes);
        try {
            workers.drive(concurrency, items);
        } catch (RuntimeException | Error e) {
            workers.failed(e);
        } finally {
            workers.stop();
            workers.collect();
            if (workers.interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        workers.throwFailure();
        return !workers.interrupted;
    }

    private void startAnother() {
        Thread thread = new Thread(this::loop, name + "-" + (threads.size() + 1));
        thread.setDaemon(true);
        thread.start();
        threads.add(thread);
    }

    private void loop() {
        try {
            while (true) {
                I item = tasks.take().item();
                if (item == null) {
                    return;
                }
                done.add(done(item));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Done<O> done(I item) {
        try {
            return new Done<>(work.apply(item), null);
        } catch (RuntimeException | Error e) {
            return new Done<>(null, e);
        }
    }

    private void drive(int concurrency, Iterator<I> items) {
        try {
            while (true) {
                while (running < concurrency && !Thread.currentThread().isInterrupted() && items.hasNext()) {
                    begin(items.next());
                }
                if (running == 0) {
                    interrupted = Thread.interrupted();
                    return;
                }
                hand(done.take());
                if (failure != null) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            interrupted = true;
        }
    }

    private void begin(I item) {
        if (threads.size() <= running) {
            startAnother();
        }
        tasks.add(new Task<>(item));
        running++;
    }

    private void hand(Done<O> end) {
        running--;
        if (end.failure() != null) {
            failed(end.failure());
        }
        if (end.outcome() != null) {
            try {
                outcomes.accept(end.outcome());
            } catch (RuntimeException | Error e) {
                failed(e);
            }
        }
    }

    private void failed(Throwable e) {
        if (failure == null) {
            failure = e;
        } else if (failure != e) {
            failure.addSuppressed(e);
        }
    }

    private void throwFailure() {
        if (failure instanceof Error e) {
            throw e;
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        }
    }

    /** Busy threads are interrupted; one that swallows the interrupt ends after its item. */
    private void stop() {
        boolean busy = running > 0;
        tasks.clear();
        for (Thread thread : threads) {
            tasks.add(new Task<>(null));
            if (busy) {
                thread.interrupt();
            }
        }
    }

    /** Waits for the threads, which end soon, and hands out what they were doing. */
    private void collect() {
        threads.forEach(this::join);
        for (Done<O> end = done.poll(); end != null; end = done.poll()) {
            hand(end);
        }
    }

    private void join(Thread thread) {
        while (true) {
            try {
                thread.join();
                return;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
    }
}
