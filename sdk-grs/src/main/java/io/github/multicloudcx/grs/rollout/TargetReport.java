package io.github.multicloudcx.grs.rollout;

import org.jspecify.annotations.Nullable;

/**
 * What came of one target.
 *
 * @param target its name
 * @param before what ran there before
 * @param deployment what came of the deployment
 * @param rollBack what came of taking it back, or null when that was not tried
 * @param after what the history says at the end
 */
public record TargetReport(
        String target,
        LiveState before,
        Step deployment,
        @Nullable Step rollBack,
        LiveState after) {
    /** One line. */
    @Override
    public String toString() {
        return target + ": " + deployment
                + (rollBack == null ? "" : "; rolled back: " + rollBack)
                + "; before " + before + ", now " + after;
    }
}
