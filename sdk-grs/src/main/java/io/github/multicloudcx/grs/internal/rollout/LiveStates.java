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
import org.jspecify.annotations.Nullable;

/**
 * Reads what runs on a target from the history: the latest entry that succeeded says it, one later that succeeded in part
 * makes it mixed, and one that runs may change it. What failed or is scheduled has changed nothing yet.
 */
final class LiveStates {
    private static final Comparator<Deployment> BY_ID =
            Comparator.comparing(each -> Objects.requireNonNullElse(each.deploymentId(), 0L));
    private static final Comparator<Deployment> BY_TIME =
            Comparator.comparing(each -> Objects.requireNonNullElse(each.deployScheduledDateTime(), Instant.EPOCH));

    private final List<Deployment> history;
    private final Set<Long> undeployments;

    /** The history, and the undeployments among it that older servers do not tell from deployments. */
    LiveStates(List<Deployment> history, Set<Long> undeployments) {
        this.history = List.copyOf(history);
        this.undeployments = undeployments;
    }

    LiveState of(String target) {
        List<Deployment> entries = latestFirst(target);
        boolean mixed = false;
        LiveState state = null;
        for (Deployment each : entries) {
            if (state == null && DeploymentStatus.SUCCESS.equals(each.status())) {
                state = whole(each, mixed);
            }
            mixed |= DeploymentStatus.PARTIAL.equals(each.status());
        }
        LiveState settled = state != null ? state : whole(null, mixed);
        boolean pending = entries.stream().anyMatch(each -> DeploymentStatus.PENDING.equals(each.status()));
        return pending ? new LiveState(LiveState.Kind.CHANGING, settled.snapshot()) : settled;
    }

    /** By time where every entry has one, since a scheduled deployment comes later than its id; else by id. */
    private List<Deployment> latestFirst(String target) {
        List<Deployment> entries =
                history.stream().filter(each -> target.equals(each.target())).toList();
        boolean timed = entries.stream().allMatch(each -> each.deployScheduledDateTime() != null);
        return entries.stream()
                .sorted((timed ? BY_TIME.thenComparing(BY_ID) : BY_ID).reversed())
                .toList();
    }

    private LiveState whole(@Nullable Deployment each, boolean mixed) {
        String name = each == null || undeployment(each)
                ? null
                : Objects.requireNonNullElse(each.snapshotName(), Deployment.LATEST);
        if (mixed) {
            return new LiveState(LiveState.Kind.MIXED, name);
        }
        return name == null ? LiveState.NOTHING : LiveState.of(name);
    }

    private boolean undeployment(Deployment each) {
        return each.operation() == null
                ? each.deploymentId() != null && undeployments.contains(each.deploymentId())
                : DeploymentOperation.UNDEPLOYED.equals(each.operation());
    }

    /** Whether something is under way or scheduled there. */
    boolean busy(String target) {
        return history.stream()
                .filter(each -> target.equals(each.target()))
                .anyMatch(each -> DeploymentStatus.PENDING.equals(each.status())
                        || DeploymentStatus.SCHEDULED.equals(each.status()));
    }
}
