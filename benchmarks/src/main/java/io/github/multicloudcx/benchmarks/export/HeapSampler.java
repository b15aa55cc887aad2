package io.github.multicloudcx.benchmarks.export;

/** Looks at the heap now and then. */
final class HeapSampler {
    private static final int INTERVAL = 1000;

    private final Runtime runtime = Runtime.getRuntime();
    private long calls;
    private long most;

    void sample() {
        if (calls++ % INTERVAL == 0) {
            most = Math.max(most, runtime.totalMemory() - runtime.freeMemory());
        }
    }

    @Override
    public String toString() {
        return "heap while records are read: at most " + (most >> 20) + " MB of " + (runtime.maxMemory() >> 20) + " MB";
    }
}
