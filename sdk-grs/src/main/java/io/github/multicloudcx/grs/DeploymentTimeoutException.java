package io.github.multicloudcx.grs;

import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.grs.model.Deployment;
import org.jspecify.annotations.Nullable;

/** The time for waiting was over before the deployment came to an end, or it is scheduled for later than that. It goes on. */
public class DeploymentTimeoutException extends DeploymentException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message one line for a person
     * @param deploymentId id of the deployment
     * @param deployment the entry of the history as it was last seen, or null
     * @param cause why the last look failed, or null when it did not
     */
    public DeploymentTimeoutException(
            String message, long deploymentId, @Nullable Deployment deployment, @Nullable Throwable cause) {
        super(message, cause, new ErrorContext(Fate.UNKNOWN), deploymentId, deployment);
    }
}
