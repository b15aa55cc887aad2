package io.github.multicloudcx.grs.model;

import org.jspecify.annotations.Nullable;

/**
 * An undeployment that the server has taken on.
 *
 * @param target engine or cluster
 * @param deploymentId id of the undeployment
 * @param comments comments
 */
public record StartedUndeployment(
        @Nullable String target,
        @Nullable Long deploymentId,
        @Nullable String comments) {}
