package io.github.multicloudcx.grs.rollout;

import io.github.multicloudcx.core.error.CxException;
import org.jspecify.annotations.Nullable;

/**
 * A deployment or undeployment on one target.
 *
 * @param result what came of it
 * @param deploymentId its id, or null when the server has given none
 * @param failure why it is not done, or null
 */
public record Step(
        StepResult result,
        @Nullable Long deploymentId,
        @Nullable CxException failure) {
    /** Nothing was sent. */
    public static final Step NOT_STARTED = new Step(StepResult.NOT_STARTED, null, null);

    /**
     * Tells whether it may have changed something at the target.
     *
     * @return false when nothing was sent or the server did not take it on
     */
    public boolean begun() {
        return result != StepResult.NOT_STARTED && result != StepResult.REFUSED;
    }

    /**
     * Tells whether it is done.
     *
     * @return true when the history says so
     */
    public boolean done() {
        return result == StepResult.DONE;
    }

    /** Result, id and reason. */
    @Override
    public String toString() {
        return result
                + (deploymentId == null ? "" : " (deployment " + deploymentId + ")")
                + (failure == null ? "" : ": " + failure.getMessage());
    }
}
