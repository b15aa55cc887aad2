package io.github.multicloudcx.grs;

import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.grs.model.Deployment;
import org.jspecify.annotations.Nullable;

/** Waiting for a deployment ended otherwise than with success. */
public abstract class DeploymentException extends CxException {
    private static final long serialVersionUID = 1L;

    /** Which deployment it is about. */
    private final long deploymentId;

    private final transient @Nullable Deployment deployment;

    DeploymentException(
            String message,
            @Nullable Throwable cause,
            ErrorContext context,
            long deploymentId,
            @Nullable Deployment deployment) {
        super(message, cause, context);
        this.deploymentId = deploymentId;
        this.deployment = deployment;
    }

    /**
     * Returns which deployment it is about.
     *
     * @return its id
     */
    public long deploymentId() {
        return deploymentId;
    }

    /**
     * Returns the deployment as it was last seen.
     *
     * @return the entry of the history; null when there was none, and after serialization
     */
    public @Nullable Deployment deployment() {
        return deployment;
    }
}
