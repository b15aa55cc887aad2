package io.github.multicloudcx.sandbox;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Threads for calls that a test waits for later. */
final class Runner {
    static final ExecutorService THREADS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "test-caller");
        thread.setDaemon(true);
        return thread;
    });

    private Runner() {}
}
