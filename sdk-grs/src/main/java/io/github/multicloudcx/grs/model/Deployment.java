package io.github.multicloudcx.grs.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the deployment history. Where generations of the server spell a field in two ways, both are read.
 *
 * @param deploymentId id of the deployment
 * @param packageVersion version of the package; 0 was seen for an undeployment
 * @param snapshotName name of the snapshot, or {@code LATEST} for the package as it was then
 * @param target engine or cluster, whichever of its two names the server uses
 * @param deployedBy user
 * @param deployedFrom instance of the authoring tool; from 8.5.301 on
 * @param comments comments
 * @param deployScheduledDateTime when it is due or was done, or null when it is absent or of no documented form
 * @param status how far it is
 * @param operation what it does; from 8.5.303 on, null before
 */
public record Deployment(
        @Nullable Long deploymentId,
        @Nullable Integer packageVersion,
        @Nullable String snapshotName,
        @Nullable String target,
        @Nullable String deployedBy,
        @Nullable String deployedFrom,
        @Nullable String comments,
        @Nullable Instant deployScheduledDateTime,
        @Nullable DeploymentStatus status,
        @Nullable DeploymentOperation operation) {
    /** What stands in place of a snapshot's name for the package as it is when it is deployed. */
    public static final String LATEST = "LATEST";
}
