package io.github.multicloudcx.benchmarks.live;

import io.github.multicloudcx.sandbox.Sandbox;
import io.github.multicloudcx.sandbox.StatisticKey;
import io.github.multicloudcx.sandbox.StatisticsControl;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;

/**
 * A sandbox in a process of its own. It prints the connection, a variable a line, and an empty line; sends updates when it
 * reads a line, in virtual time those of one burst; prints figures and an empty line, and then the true values. It ends
 * with its standard input.
 */
final class LoadServer {
    private static final int FIRST_VALUE = 1000;

    private final Load load;
    private final StatisticsControl statistics;
    private long sent;
    private long latest;
    private long longest;

    private LoadServer(Load load, StatisticsControl statistics) {
        this.load = load;
        this.statistics = statistics;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (Sandbox sandbox = Sandbox.start()) {
            sandbox.environment().forEach((name, value) -> System.out.println(name + "=" + value));
            System.out.println();
            LoadServer server = new LoadServer(Load.of(args), sandbox.statistics());
            if (lines.readLine() != null) {
                server.send(lines);
                System.out.println(server.truth());
            }
            while (lines.readLine() != null) {
                // until the other side is done
            }
        }
    }

    private void send(BufferedReader lines) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        long cpu = Processor.nanos();
        for (int burst = 0; burst < load.bursts(); burst++) {
            long due = due(burst, begin, lines);
            long start = System.nanoTime();
            statistics.setAll(values(burst));
            latest = Math.max(latest, start - due);
            longest = Math.max(longest, System.nanoTime() - start);
        }
        long took = System.nanoTime() - begin;
        System.out.println("sent=" + sent);
        System.out.println("latest=" + latest);
        System.out.println("longest=" + longest);
        System.out.println("took=" + took);
        System.out.println("cpu=" + (Processor.nanos() - cpu));
        System.out.println();
    }

    /** Waits until the burst may be sent: for its time, or for the burst before to have arrived. */
    private long due(int burst, long begin, BufferedReader lines) throws IOException, InterruptedException {
        if (load.virtual()) {
            if (burst > 0 && lines.readLine() == null) {
                throw new IOException("the client has gone");
            }
            return System.nanoTime();
        }
        long due = begin + TimeUnit.SECONDS.toNanos(burst) / Load.BURSTS;
        TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
        return due;
    }

    private Map<StatisticKey, Long> values(int burst) {
        Map<StatisticKey, Long> values = new LinkedHashMap<>();
        for (int i = 0; i < load.burst(); i++) {
            int index = (int) (((long) burst * load.burst() + i) % load.statistics());
            values.put(new StatisticKey(Load.NAME, Load.OBJECT_TYPE, load.object(index)), (long) FIRST_VALUE + burst);
        }
        sent += values.size();
        return values;
    }

    private String truth() {
        StringJoiner values = new StringJoiner(" ");
        for (int index = 0; index < load.statistics(); index++) {
            values.add(statistics
                    .value(Load.NAME, Load.OBJECT_TYPE, load.object(index))
                    .path("intValue")
                    .asText());
        }
        return values.toString();
    }
}
