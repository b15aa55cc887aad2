package io.github.multicloudcx.grs.rollout;

import io.github.multicloudcx.core.error.CxException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What came of a rollout.
 *
 * @param snapshot name of the snapshot
 * @param targets what came of each target, in the order of the rollout
 * @param interrupted whether it was cut short by an interrupt
 * @param lookFailure why the history could not be read at the end, so that the states after it are unknown; null when it was
 */
public record RolloutReport(
        String snapshot,
        List<TargetReport> targets,
        boolean interrupted,
        @Nullable CxException lookFailure) {
    /**
     * Checks and copies.
     *
     * @param snapshot name of the snapshot
     * @param targets what came of each target, in the order of the rollout
     * @param interrupted whether it was cut short by an interrupt
     * @param lookFailure why the history could not be read at the end; null when it was
     */
    public RolloutReport {
        targets = List.copyOf(targets);
    }

    /**
     * Tells whether the snapshot was deployed everywhere.
     *
     * @return false also when it was rolled back
     */
    public boolean successful() {
        return targets.stream().allMatch(each -> each.deployment().done() && each.rollBack() == null);
    }

    /**
     * Returns the targets to which the snapshot was not deployed.
     *
     * @return those that failed and those that were not begun
     */
    public List<TargetReport> failed() {
        return targets.stream().filter(each -> !each.deployment().done()).toList();
    }

    /**
     * Tells whether every target that was begun has again, or has still, what it had before, as far as the history tells.
     *
     * @return false when one has not, when nobody knows, and when the snapshot was deployed everywhere
     */
    public boolean rolledBack() {
        return !successful()
                && targets.stream()
                        .filter(each -> each.deployment().begun())
                        .allMatch(each -> each.after().known() && each.after().equals(each.before()));
    }

    /** A line for each target. */
    @Override
    public String toString() {
        return targets.stream()
                .map(TargetReport::toString)
                .collect(Collectors.joining("\n", "Rollout of " + snapshot + "\n", ""));
    }
}
