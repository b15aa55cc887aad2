package io.github.multicloudcx.core.internal.pipeline;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs calls on other threads: virtual ones where the JVM has them, else those of a bounded pool of daemon threads. */
public final class Async implements AutoCloseable {
    private final ExecutorService executor;

    public Async(int poolSize) {
        ExecutorService virtual = virtualThreads();
        this.executor = virtual == null ? pool(poolSize) : virtual;
    }

    /**
     * Looked up by name, because the SDK is compiled for Java 17 and must be the same jar whichever JDK builds it.
     */
    private static @Nullable ExecutorService virtualThreads() {
        try {
            MethodHandle factory = MethodHandles.publicLookup()
                    .findStatic(
                            Executors.class,
                            "newVirtualThreadPerTaskExecutor",
                            MethodType.methodType(ExecutorService.class));
            return (ExecutorService) factory.invokeExact();
        } catch (NoSuchMethodException | IllegalAccessException e) {
            return null;
        } catch (Throwable e) {
            throw new IllegalStateException("virtual threads cannot be used", e);
        }
    }

    private static ExecutorService pool(int size) {
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(size, size, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "cx-async");
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** Cancelling the future interrupts the thread, and with it the request. Failures show where the call was made. */
    public <T extends @Nullable Object> CompletableFuture<T> run(Supplier<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Throwable caller = new Throwable("executeAsync() was called here");
        Task task = new Task(() -> complete(result, work, caller), result);
        try {
            executor.execute(task);
            var unused = result.whenComplete((value, failure) -> {
                if (result.isCancelled()) {
                    task.cancel(true);
                }
            });
        } catch (RejectedExecutionException e) {
            task.abandon();
        }
        return result;
    }

    /** Knows its future, so that the future ends even when the task never runs. */
    private static final class Task extends FutureTask<@Nullable Void> {
        private final CompletableFuture<?> result;

        private Task(Runnable work, CompletableFuture<?> result) {
            super(work, null);
            this.result = result;
        }

        private void abandon() {
            result.completeExceptionally(new IllegalStateException("The client is closed; nothing was sent"));
        }
    }

    private static <T extends @Nullable Object> void complete(
            CompletableFuture<T> result, Supplier<T> work, Throwable caller) {
        try {
            result.complete(work.get());
        } catch (RuntimeException | Error e) {
            e.addSuppressed(caller);
            result.completeExceptionally(e);
        }
    }

    @Override
    public void close() {
        for (Runnable queued : executor.shutdownNow()) {
            if (queued instanceof Task task) {
                task.abandon();
            }
        }
    }
}
