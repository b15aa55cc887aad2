package io.github.multicloudcx.benchmarks.compare;

import java.util.Locale;

/**
 * A line of the report.
 *
 * @param workload which workload
 * @param contender who
 * @param measure what was measured
 * @param ratio ratio to the floor, or a plain number where there is none
 * @param absolute the figure itself
 * @param goal what is to be reached, or empty for peers
 * @param met whether it was, as a word, or empty
 */
record Row(String workload, String contender, String measure, String ratio, String absolute, String goal, String met) {
    /** A ratio that may not be larger than a goal. */
    static Row atMost(String workload, String contender, String measure, Spread ratio, String absolute, double goal) {
        return new Row(
                workload,
                contender,
                measure,
                ratio.text(),
                absolute,
                "<= " + number(goal),
                met(ratio.median() <= goal));
    }

    /** A ratio that may not be smaller than a goal. */
    static Row atLeast(String workload, String contender, String measure, Spread ratio, String absolute, double goal) {
        return new Row(
                workload,
                contender,
                measure,
                ratio.text(),
                absolute,
                ">= " + number(goal),
                met(ratio.median() >= goal));
    }

    /** A ratio without a goal. */
    static Row plain(String workload, String contender, String measure, Spread ratio, String absolute) {
        return new Row(workload, contender, measure, ratio.text(), absolute, "", "");
    }

    /** A number without a floor. */
    static Row number(String workload, String contender, String measure, String figure, String goal, boolean met) {
        return new Row(workload, contender, measure, "", figure, goal, met(met));
    }

    /** Why there is nothing to compare. */
    static Row unmeasured(String workload, String contender, String measure, String why, String goal) {
        return new Row(workload, contender, measure, "", "not measured: " + why, goal, "");
    }

    private static String met(boolean met) {
        return met ? "yes" : "**no**";
    }

    private static String number(double goal) {
        return String.format(Locale.ROOT, "%.2f", goal);
    }

    String markdown() {
        return "| " + String.join(" | ", workload, contender, measure, ratio, absolute, goal, met) + " |";
    }
}
