package io.github.multicloudcx.grs.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.multicloudcx.core.internal.check.Require;

/**
 * What a target is; other values than the constants may come.
 *
 * @param value as it is written
 */
public record DeployTargetType(@JsonValue String value) {
    /** One engine. */
    public static final DeployTargetType SINGLE = new DeployTargetType("SINGLE");

    /** A cluster of engines. */
    public static final DeployTargetType CLUSTER = new DeployTargetType("CLUSTER");

    /**
     * Checks.
     *
     * @param value as it is written
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DeployTargetType {
        Require.present(value, "type");
    }

    @Override
    public String toString() {
        return value;
    }
}
