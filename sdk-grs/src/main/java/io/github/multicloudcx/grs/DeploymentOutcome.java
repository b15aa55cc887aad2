package io.github.multicloudcx.grs;

import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.grs.model.Deployment;
import org.jspecify.annotations.Nullable;

/** How waiting for a deployment or undeployment ended. */
public sealed interface DeploymentOutcome {
    /**
     * It was done.
     *
     * @param deployment the entry of the history
     */
    record Succeeded(Deployment deployment) implements DeploymentOutcome {}

    /**
     * It failed.
     *
     * @param deployment the entry of the history
     */
    record Failed(Deployment deployment) implements DeploymentOutcome {}

    /**
     * It was done on some engines of the cluster and failed on others.
     *
     * @param deployment the entry of the history
     */
    record Partial(Deployment deployment) implements DeploymentOutcome {}

    /**
     * It is scheduled for a time when the wait would be over; nobody has waited for that.
     *
     * @param deployment the entry of the history
     */
    record Scheduled(Deployment deployment) implements DeploymentOutcome {}

    /**
     * The time was over before it came to an end. It goes on.
     *
     * @param deploymentId its id
     * @param deployment the entry of the history as it was last seen, or null when there was none
     * @param lastFailure why the last look failed, or null when it did not
     */
    record TimedOut(
            long deploymentId,
            @Nullable Deployment deployment,
            @Nullable CxException lastFailure) implements DeploymentOutcome {}
}
