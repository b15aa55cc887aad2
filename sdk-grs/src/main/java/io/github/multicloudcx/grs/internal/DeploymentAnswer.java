package io.github.multicloudcx.grs.internal;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.github.multicloudcx.grs.model.Deployment;
import io.github.multicloudcx.grs.model.DeploymentOperation;
import io.github.multicloudcx.grs.model.DeploymentStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An entry of the history in the spellings of all generations. */
record DeploymentAnswer(
        @Nullable Long deploymentId,
        @Nullable Integer packageVersion,
        @Nullable String snapshotName,
        @Nullable String snapShotName,
        @Nullable String target,
        @Nullable String deployedTo,
        @Nullable String deployedBy,
        @Nullable String deployedFrom,
        @Nullable String comments,

        @JsonDeserialize(using = LenientInstant.class) @Nullable
        Instant deployScheduledDateTime,

        @JsonDeserialize(using = LenientInstant.class) @Nullable
        Instant deployScheduleDateTime,

        @Nullable DeploymentStatus status,
        @Nullable DeploymentOperation operation) {
    Deployment deployment() {
        return new Deployment(
                deploymentId,
                packageVersion,
                either(snapshotName, snapShotName),
                either(target, deployedTo),
                deployedBy,
                deployedFrom,
                comments,
                either(deployScheduledDateTime, deployScheduleDateTime),
                status,
                operation);
    }

    static <T> @Nullable T either(@Nullable T one, @Nullable T other) {
        return one != null ? one : other;
    }
}
