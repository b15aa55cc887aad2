package io.github.multicloudcx.grs;

import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.grs.model.Deployment;

/** A deployment failed, in whole or on some engines of its cluster. */
public class DeploymentFailedException extends DeploymentException {
    private static final long serialVersionUID = 1L;

    /** Whether some engines have it. */
    private final boolean partial;

    /**
     * Makes an exception.
     *
     * @param message one line for a person
     * @param deploymentId id of the deployment
     * @param deployment the entry of the history
     * @param partial whether some engines of the cluster have it (PARTIAL) or none (FAILED)
     */
    public DeploymentFailedException(String message, long deploymentId, Deployment deployment, boolean partial) {
        super(message, null, new ErrorContext(partial ? Fate.PARTIAL : Fate.REJECTED), deploymentId, deployment);
        this.partial = partial;
    }

    /**
     * Tells whether it succeeded in part.
     *
     * @return true when some engines of the cluster have it
     */
    public boolean partial() {
        return partial;
    }
}
