package io.github.multicloudcx.examples.architect;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Does what must not be left half done on a thread of its own, where no interrupt of the caller reaches it. The caller waits
 * for it all the same; its interrupt flag is set afterwards.
 */
final class Uninterrupted {
    private Uninterrupted() {}

    static <T> T run(Supplier<T> work, Runnable whenInterrupted) {
        FutureTask<T> task = new FutureTask<>(work::get);
        Thread thread = new Thread(task, "flow-update");
        boolean interrupted = Thread.interrupted();
        if (interrupted) {
            whenInterrupted.run();
        }
        thread.start();
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                    whenInterrupted.run();
                }
            }
        } catch (ExecutionException e) {
            throw thrown(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException thrown(ExecutionException e) {
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        return e.getCause() instanceof RuntimeException thrown ? thrown : new IllegalStateException(e.getCause());
    }
}
