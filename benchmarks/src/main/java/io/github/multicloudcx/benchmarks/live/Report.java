package io.github.multicloudcx.benchmarks.live;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Figures as a table, and what must not be. */
final class Report {
    private final PrintStream out;
    private final List<String> problems = new ArrayList<>();

    Report(PrintStream out) {
        this.out = out;
    }

    void title(Load load) {
        out.printf(
                Locale.ROOT,
                "%d statistics, %d updates a second in %d bursts for %d s, %d ms a listener call%s%n",
                load.statistics(),
                load.rate(),
                Load.BURSTS,
                load.seconds(),
                load.listenerMillis(),
                load.virtual() ? ", in virtual time" : "");
        out.printf(
                Locale.ROOT,
                "Java %s, %d processors, client with %d MB of heap%n%n",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20);
    }

    void line(String name, String format, Object... figures) {
        out.printf("%-44s %s%n", name, String.format(Locale.ROOT, format, figures));
    }

    /** A problem unless it is so. */
    void check(boolean good, String problem, Object... figures) {
        if (!good) {
            problems.add(String.format(Locale.ROOT, problem, figures));
        }
    }

    /** Prints the problems; how many there are. */
    int problems() {
        problems.forEach(problem -> out.println("WRONG: " + problem));
        return problems.size();
    }
}
