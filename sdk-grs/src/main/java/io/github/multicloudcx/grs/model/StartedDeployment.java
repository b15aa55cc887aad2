package io.github.multicloudcx.grs.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A deployment that the server has taken on.
 *
 * @param target engine or cluster
 * @param deploymentId id of the deployment
 * @param snapshotName name of the snapshot, or {@code LATEST}
 * @param comments comments
 * @param deployScheduledDateTime when it is due, or null when it is absent or of no documented form
 */
public record StartedDeployment(
        @Nullable String target,
        @Nullable Long deploymentId,
        @Nullable String snapshotName,
        @Nullable String comments,
        @Nullable Instant deployScheduledDateTime) {}
