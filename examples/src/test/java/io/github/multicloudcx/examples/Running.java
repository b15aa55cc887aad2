package io.github.multicloudcx.examples;

import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/** A program that runs while the test goes on. Closing interrupts it, which it takes for the wish to end, and waits. */
final class Running implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final FutureTask<Integer> task;
    private final Thread thread;

    Running(IntSupplier program) {
        task = new FutureTask<>(program::getAsInt);
        thread = new Thread(task, "program");
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits until it has ended by itself. */
    int exitCode() throws Exception {
        return task.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** Ends it. */
    int interrupted() throws Exception {
        thread.interrupt();
        return exitCode();
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
