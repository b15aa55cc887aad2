package io.github.multicloudcx.benchmarks.live;

import java.time.Duration;
import java.util.Locale;

/** Any number of times in the same small memory: each is known to a sixteenth, the longest exactly. Thread-safe. */
final class Times {
    private static final int BITS = 4;
    private static final int STEPS = 1 << BITS;

    private final long[] counts = new long[STEPS * (Long.SIZE - BITS)];
    private final long lateMicros;
    private long count;
    private long longest;
    private long late;

    Times() {
        this(Duration.ofNanos(Long.MAX_VALUE));
    }

    /** Those that are longer are late. */
    Times(Duration late) {
        this.lateMicros = late.toNanos() / 1000;
    }

    synchronized void add(long nanos) {
        long micros = Math.max(0, nanos / 1000);
        late += micros > lateMicros ? 1 : 0;
        counts[bucket(micros)]++;
        count++;
        longest = Math.max(longest, micros);
    }

    private static int bucket(long micros) {
        if (micros < STEPS) {
            return (int) micros;
        }
        int shift = Long.SIZE - 1 - Long.numberOfLeadingZeros(micros) - BITS;
        return (shift + 1) * STEPS + (int) (micros >> shift) % STEPS;
    }

    /** The longest time that is in the bucket. */
    private static long upTo(int bucket) {
        if (bucket < STEPS) {
            return bucket;
        }
        int shift = bucket / STEPS - 1;
        return ((long) STEPS + bucket % STEPS + 1 << shift) - 1;
    }

    synchronized long count() {
        return count;
    }

    synchronized long late() {
        return late;
    }

    synchronized double longestMillis() {
        return longest / 1e3;
    }

    private long percentile(int percent) {
        long left = (count * percent + 99) / 100;
        for (int bucket = 0; bucket < counts.length; bucket++) {
            left -= counts[bucket];
            if (left <= 0) {
                return Math.min(longest, upTo(bucket));
            }
        }
        return longest;
    }

    @Override
    public synchronized String toString() {
        return String.format(
                Locale.ROOT,
                "median %.1f ms, 99 %% %.1f ms, worst %.1f ms",
                percentile(50) / 1e3,
                percentile(99) / 1e3,
                longest / 1e3);
    }
}
