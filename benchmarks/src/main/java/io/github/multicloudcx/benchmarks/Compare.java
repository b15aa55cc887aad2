package io.github.multicloudcx.benchmarks;

import io.github.multicloudcx.benchmarks.compare.Comparison;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Measures the SDK against the floor and against peers, and writes the tables of docs/performance.md. */
public final class Compare {
    private Compare() {}

    /** Runs everything; an argument names the page, another one a workload that is run alone, such as W1. */
    public static void main(String[] args) throws Exception {
        Comparison.run(args.length > 0 ? Path.of(args[0]) : page(), args.length > 1 ? args[1] : "");
    }

    /** The page of the project, wherever in the project this is started. */
    private static Path page() throws IOException {
        for (Path above = Path.of("").toAbsolutePath(); above != null; above = above.getParent()) {
            Path page = above.resolve("docs/performance.md");
            if (Files.exists(page)) {
                return page;
            }
        }
        throw new IOException(
                "docs/performance.md is nowhere above " + Path.of("").toAbsolutePath());
    }
}
