package io.github.multicloudcx.grs.internal;

import static io.github.multicloudcx.grs.internal.DeploymentAnswer.either;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.github.multicloudcx.grs.model.StartedDeployment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The answer to a deployment in the spellings of all generations. */
record StartedDeploymentAnswer(
        @Nullable String target,
        @Nullable Long deploymentId,
        @Nullable String snapshotName,
        @Nullable String snapShotName,
        @Nullable String comments,

        @JsonDeserialize(using = LenientInstant.class) @Nullable
        Instant deployScheduleDateTime,

        @JsonDeserialize(using = LenientInstant.class) @Nullable
        Instant deployScheduledDateTime) {
    StartedDeployment started() {
        return new StartedDeployment(
                target,
                deploymentId,
                either(snapshotName, snapShotName),
                comments,
                either(deployScheduleDateTime, deployScheduledDateTime));
    }
}
