package io.github.multicloudcx.recording.bulk;

import io.github.multicloudcx.core.error.CxException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a run.
 *
 * @param done ids that it has done
 * @param skipped ids that an earlier run with the same result file has done
 * @param failures outcomes of all ids that are not done, in the order in which they were known
 * @param stoppedBy why it ended before all ids were read, or null
 * @param interrupted whether it was cut short by an interrupt
 */
public record BulkReport(
        long done,
        long skipped,
        List<RecordingOutcome> failures,
        @Nullable CxException stoppedBy,
        boolean interrupted) {
    /**
     * Checks and copies.
     *
     * @param done ids that it has done
     * @param skipped ids that an earlier run with the same result file has done
     * @param failures outcomes of all ids that are not done
     * @param stoppedBy why it ended before all ids were read, or null
     * @param interrupted whether it was cut short by an interrupt
     */
    public BulkReport {
        failures = List.copyOf(failures);
    }

    /**
     * Tells whether every id is done.
     *
     * @return false when one failed or was not reached
     */
    public boolean complete() {
        return failures.isEmpty() && stoppedBy == null && !interrupted;
    }

    /** Numbers and, when it ended early, why. */
    @Override
    public String toString() {
        return done + " done, " + skipped + " done before, " + failures.size() + " failed"
                + (interrupted ? "; interrupted before the end" : "")
                + (stoppedBy == null ? "" : "; stopped before the end: " + stoppedBy.getMessage());
    }
}
