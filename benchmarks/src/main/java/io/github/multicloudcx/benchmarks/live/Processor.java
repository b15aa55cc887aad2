package io.github.multicloudcx.benchmarks.live;

import java.lang.management.ManagementFactory;

/** What this process has used of the processors. */
final class Processor {
    private Processor() {}

    static long nanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }
}
