package io.github.multicloudcx.benchmarks.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Figures as a table, and what must not be. */
final class Report {
    private final List<String> problems = new ArrayList<>();

    void title(Load load) {
        System.out.printf(
                Locale.ROOT,
                "%d statistics, %d updates a second in %d bursts for %d s, %d ms a listener call%n",
                load.statistics(),
                load.rate(),
                Load.BURSTS,
                load.seconds(),
                load.listenerMillis());
        System.out.printf(
                Locale.ROOT,
                "Java %s, %d processors, client with %d MB of heap%n%n",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20);
    }

    void line(String name, String format, Object... figures) {
        System.out.printf("%-44s %s%n", name, String.format(Locale.ROOT, format, figures));
    }

    /** A problem unless it is so. */
    void check(boolean good, String problem, Object... figures) {
        if (!good) {
            problems.add(String.format(Locale.ROOT, problem, figures));
        }
    }

    /** Prints the problems; true if there is none. */
    boolean good() {
        problems.forEach(problem -> System.out.println("WRONG: " + problem));
        return problems.isEmpty();
    }
}
