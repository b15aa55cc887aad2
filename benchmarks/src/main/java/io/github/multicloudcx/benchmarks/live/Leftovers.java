package io.github.multicloudcx.benchmarks.live;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** Threads that should have ended: those of the SDK, and all that keep a process alive. */
final class Leftovers {
    private static final int PATIENCE_MILLIS = 2000;

    private Leftovers() {}

    static void check(Report report) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (!threads().isEmpty() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        List<String> left = threads();
        report.line("threads left", "%d", left.size());
        report.check(left.isEmpty(), "threads are left: %s", left);
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread != Thread.currentThread() && mustEnd(thread))
                .map(Thread::getName)
                .sorted()
                .toList();
    }

    /** The JVM itself has one that lives until it is told to end. */
    private static boolean mustEnd(Thread thread) {
        return thread.getName().startsWith("cx-")
                || (!thread.isDaemon() && !thread.getName().equals("DestroyJavaVM"));
    }
}
