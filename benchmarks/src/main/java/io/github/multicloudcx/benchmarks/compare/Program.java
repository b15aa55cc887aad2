package io.github.multicloudcx.benchmarks.compare;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** One workload in a process of its own: its name, the address of the server, and what it needs. Prints variables. */
public final class Program {
    private Program() {}

    /** Runs it. */
    public static void main(String[] args) throws Exception {
        String[] rest = Arrays.copyOfRange(args, 2, args.length);
        Workload workload = Workload.valueOf(args[0]);
        long cpu = cpu();
        long wall = System.nanoTime();
        workload.run(args[1], rest);
        print("wall", System.nanoTime() - wall);
        print("cpu", cpu() - cpu);
        print("classes", ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount());
        System.out.println();
        // OkHttp's idle threads would keep the process for a minute
        System.exit(0);
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    static void print(String name, Object value) {
        System.out.println(name + "=" + value);
    }
}
