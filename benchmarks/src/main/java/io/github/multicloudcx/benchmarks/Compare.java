package io.github.multicloudcx.benchmarks;

import io.github.multicloudcx.benchmarks.compare.Comparison;
import java.io.IOException;
import java.nio.file.Path;

/** Measures the SDK against the floor and against peers, and writes the tables of docs/performance.md. */
public final class Compare {
    private Compare() {}

    /** Runs everything; an argument names the page, another one a workload that is run alone, such as W1. */
    public static void main(String[] args) throws Exception {
        Comparison.run(args.length > 0 ? Path.of(args[0]) : page(), args.length > 1 ? args[1] : "");
    }

    private static Path page() throws IOException {
        Path here = Path.of("docs/performance.md").toRealPath();
        return here;
    }
}
