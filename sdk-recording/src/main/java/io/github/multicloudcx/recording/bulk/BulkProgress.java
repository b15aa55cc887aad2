package io.github.multicloudcx.recording.bulk;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far a run is.
 *
 * @param done ids that this run has done
 * @param failed ids that are not done, and will not be in this run
 * @param skipped ids that an earlier run with the same result file has done
 * @param total how many ids there are, repeated ones included; null when nobody knows
 * @param elapsed since the run began
 */
public record BulkProgress(
        long done, long failed, long skipped, @Nullable Long total, Duration elapsed) {
    /**
     * Returns how many ids are behind it.
     *
     * @return done, failed and skipped ones
     */
    public long handled() {
        return done + failed + skipped;
    }

    /**
     * Returns how fast it is, without what was skipped.
     *
     * @return ids per second; 0 at the beginning
     */
    public double perSecond() {
        return elapsed.isZero() ? 0 : (done + failed) * 1e9 / elapsed.toNanos();
    }
}
