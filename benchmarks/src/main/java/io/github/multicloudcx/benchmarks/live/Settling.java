package io.github.multicloudcx.benchmarks.live;

import io.github.multicloudcx.statistics.live.StatisticUpdate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;

/** Waits until everybody has the true values. */
final class Settling {
    private final long[] truth;
    private final long stopped;
    private final long end;
    private final List<String> problems = new ArrayList<>();

    Settling(Load load, long[] truth, long stopped) {
        this.truth = truth;
        this.stopped = stopped;
        this.end = stopped + load.longestDrain().toNanos();
    }

    long[] truth() {
        return truth;
    }

    List<String> problems() {
        return problems;
    }

    /** Waits until nothing is wrong, or for the longest time; the time since the sending stopped. */
    String await(String whose, ToIntFunction<long[]> wrong) throws InterruptedException {
        int count = wrong.applyAsInt(truth);
        while (count > 0 && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(1);
            count = wrong.applyAsInt(truth);
        }
        if (count > 0) {
            problems.add(count + " values of " + whose + " are wrong");
            return "never";
        }
        return String.format(Locale.ROOT, "%.3f s", (System.nanoTime() - stopped) / 1e9);
    }

    /** How many statistics have another value than the true one, or none. */
    static int wrong(Load load, List<StatisticUpdate> latest, long[] truth) {
        int right = 0;
        for (StatisticUpdate update : latest) {
            int index = load.index(update.statistic().objectId());
            right += Receiver.value(update) == truth[index] ? 1 : 0;
        }
        return truth.length - right;
    }
}
