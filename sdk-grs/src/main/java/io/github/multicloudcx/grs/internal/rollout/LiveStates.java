package io.github.multicloudcx.grs.internal.rollout;

import io.github.multicloudcx.grs.model.Deployment;
import io.github.multicloudcx.grs.model.DeploymentOperation;
import io.github.multicloudcx.grs.model.DeploymentStatus;
import io.github.multicloudcx.grs.rollout.LiveState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Reads what runs on a target from the history: the latest entry that succeeded says it, and one later that succeeded in part
 * makes it mixed. What failed, runs or is scheduled has changed nothing yet.
 */
final class LiveStates {
    private static final Comparator<Deployment> LATEST_FIRST = Comparator.comparing(
                    (Deployment each) -> Objects.requireNonNullElse(each.deployScheduledDateTime(), Instant.EPOCH))
            .thenComparing(each -> Objects.requireNonNullElse(each.deploymentId(), 0L))
            .reversed();

    private final List<Deployment> history;
    private final Set<Long> undeployments;

    /** The history, and the undeployments among it that older servers do not tell from deployments. */
    LiveStates(List<Deployment> history, Set<Long> undeployments) {
        this.history = history.stream().sorted(LATEST_FIRST).toList();
        this.undeployments = undeployments;
    }

    LiveState of(String target) {
        boolean mixed = false;
        for (Deployment each : history) {
            if (!target.equals(each.target())) {
                continue;
            }
            if (DeploymentStatus.SUCCESS.equals(each.status())) {
                return whole(each, mixed);
            }
            mixed |= DeploymentStatus.PARTIAL.equals(each.status());
        }
        return mixed ? new LiveState(LiveState.Kind.MIXED, null) : LiveState.NOTHING;
    }

    private LiveState whole(Deployment each, boolean mixed) {
        if (undeployment(each)) {
            return mixed ? new LiveState(LiveState.Kind.MIXED, null) : LiveState.NOTHING;
        }
        String name = each.snapshotName() == null ? "LATEST" : each.snapshotName();
        return mixed ? new LiveState(LiveState.Kind.MIXED, name) : LiveState.of(name);
    }

    private boolean undeployment(Deployment each) {
        return DeploymentOperation.UNDEPLOYED.equals(each.operation())
                || (each.deploymentId() != null && undeployments.contains(each.deploymentId()));
    }

    /** Whether something is under way or scheduled there. */
    boolean busy(String target) {
        return history.stream()
                .filter(each -> target.equals(each.target()))
                .anyMatch(each -> DeploymentStatus.PENDING.equals(each.status())
                        || DeploymentStatus.SCHEDULED.equals(each.status()));
    }
}
