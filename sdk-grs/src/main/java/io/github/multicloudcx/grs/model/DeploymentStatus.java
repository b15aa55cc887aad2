package io.github.multicloudcx.grs.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.multicloudcx.core.internal.check.Require;

/**
 * How far a deployment is; other values than the constants may come.
 *
 * @param value as it is written
 */
public record DeploymentStatus(@JsonValue String value) {
    /** Done. */
    public static final DeploymentStatus SUCCESS = new DeploymentStatus("SUCCESS");

    /** It failed. */
    public static final DeploymentStatus FAILED = new DeploymentStatus("FAILED");

    /** Done on some engines of the cluster, failed on others. */
    public static final DeploymentStatus PARTIAL = new DeploymentStatus("PARTIAL");

    /** It runs, and cannot be cancelled. */
    public static final DeploymentStatus PENDING = new DeploymentStatus("PENDING");

    /** It will begin at its scheduled time. */
    public static final DeploymentStatus SCHEDULED = new DeploymentStatus("SCHEDULED");

    /**
     * Checks.
     *
     * @param value as it is written
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DeploymentStatus {
        Require.present(value, "status");
    }

    @Override
    public String toString() {
        return value;
    }
}
