package io.github.multicloudcx.benchmarks.compare;

import java.util.Arrays;
import java.util.Locale;

/**
 * Ratios of pairs that were measured one after the other.
 *
 * @param median the middle one
 * @param low a quarter is below
 * @param high a quarter is above
 */
record Spread(double median, double low, double high) {
    static Spread of(double[] ratios) {
        double[] sorted = ratios.clone();
        Arrays.sort(sorted);
        return new Spread(at(sorted, 0.5), at(sorted, 0.25), at(sorted, 0.75));
    }

    private static double at(double[] sorted, double part) {
        double place = part * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /** Median and middle half. */
    String text() {
        return String.format(Locale.ROOT, "%.2f (%.2f-%.2f)", median, low, high);
    }
}
