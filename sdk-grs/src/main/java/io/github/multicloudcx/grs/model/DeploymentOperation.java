package io.github.multicloudcx.grs.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.multicloudcx.core.internal.check.Require;

/**
 * What an entry of the history did, or is about to do; other values than the constants may come.
 *
 * @param value as it is written
 */
public record DeploymentOperation(@JsonValue String value) {
    /** A deployment. */
    public static final DeploymentOperation DEPLOYED = new DeploymentOperation("DEPLOYED");

    /** An undeployment. */
    public static final DeploymentOperation UNDEPLOYED = new DeploymentOperation("UNDEPLOYED");

    /**
     * Checks.
     *
     * @param value as it is written
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DeploymentOperation {
        Require.present(value, "operation");
    }

    @Override
    public String toString() {
        return value;
    }
}
