package io.github.multicloudcx.benchmarks.compare;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Reads the clocks of this process. */
final class Meter {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Meter() {}

    /** What so many calls cost, each. */
    static Cost of(Contender contender, int calls) throws Exception {
        long allocated = allocated();
        long cpu = SYSTEM.getProcessCpuTime();
        long wall = System.nanoTime();
        for (int i = 0; i < calls; i++) {
            if (contender.call() == null) {
                throw new IllegalStateException(contender.name() + " returned nothing");
            }
        }
        wall = System.nanoTime() - wall;
        cpu = SYSTEM.getProcessCpuTime() - cpu;
        allocated = allocated() - allocated;
        return new Cost((double) wall / calls, (double) cpu / calls, (double) allocated / calls);
    }

    /** Of the threads that live; those of pools live on. */
    private static long allocated() {
        long sum = 0;
        for (long bytes : THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())) {
            sum += Math.max(0, bytes);
        }
        return sum;
    }
}
