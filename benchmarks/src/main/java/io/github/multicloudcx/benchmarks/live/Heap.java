package io.github.multicloudcx.benchmarks.live;

import java.lang.management.ManagementFactory;

/** What is in use of the heap. */
final class Heap {
    private static final int TRIES = 3;

    private Heap() {}

    /** After a collection; the least of a few, as threads go on allocating. */
    static long used() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < TRIES; i++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }
}
