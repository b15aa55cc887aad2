package io.github.multicloudcx.grs.internal.rollout;

import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.TimeSource;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.core.internal.work.Polling;
import io.github.multicloudcx.grs.DeployPackage;
import io.github.multicloudcx.grs.DeploymentOutcome;
import io.github.multicloudcx.grs.DeploymentTimeoutException;
import io.github.multicloudcx.grs.RulePackage;
import io.github.multicloudcx.grs.UndeployPackage;
import io.github.multicloudcx.grs.model.Deployment;
import io.github.multicloudcx.grs.model.DeploymentOperation;
import io.github.multicloudcx.grs.rollout.Step;
import io.github.multicloudcx.grs.rollout.StepResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Deploys to one target, or undeploys, and waits for the end. It throws nothing: whatever happens is its result. Used by
 * several threads, each for targets of its own.
 */
final class Steps {
    /** How long a deployment whose answer was lost may take to come up in the history. */
    private static final Duration TIME_TO_COME_UP = Duration.ofSeconds(30);

    private final RulePackage rules;
    private final RolloutSettings settings;
    private final TimeSource time;
    private final Set<Long> known;
    private final Set<Long> undeployments = ConcurrentHashMap.newKeySet();

    Steps(RulePackage rules, RolloutSettings settings, TimeSource time, Collection<Long> known) {
        this.rules = rules;
        this.settings = settings;
        this.time = time;
        this.known = ConcurrentHashMap.newKeySet();
        this.known.addAll(known);
    }

    /** The undeployments of this rollout. */
    Set<Long> undeployments() {
        return undeployments;
    }

    Step deploy(String target, String snapshot) {
        return step(
                () -> {
                    DeployPackage plain = rules.deploy(target).snapshot(snapshot);
                    DeployPackage draft = settings.comments == null ? plain : plain.comments(settings.comments);
                    return draft.call().execute().deploymentId();
                },
                each -> target.equals(each.target())
                        && snapshot.equals(each.snapshotName())
                        && !DeploymentOperation.UNDEPLOYED.equals(each.operation()));
    }

    Step undeploy(String target) {
        Step step = step(
                () -> {
                    UndeployPackage plain = rules.undeploy(target);
                    UndeployPackage draft = settings.comments == null ? plain : plain.comments(settings.comments);
                    return draft.call().execute().deploymentId();
                },
                each -> target.equals(each.target()) && undeploys(each));
        if (step.deploymentId() != null) {
            undeployments.add(step.deploymentId());
        }
        return step;
    }

    /** Older servers do not say, but an undeployment is never of a snapshot. */
    private static boolean undeploys(Deployment each) {
        return each.operation() == null
                ? each.snapshotName() == null || each.snapshotName().equals(Deployment.LATEST)
                : DeploymentOperation.UNDEPLOYED.equals(each.operation());
    }

    /** Waits once more for one that was not waited for to its end. */
    Step again(Step step) {
        Long id = step.deploymentId();
        return id == null ? step : guarded(id, null, () -> end(id));
    }

    private Step step(Supplier<@Nullable Long> begin, Predicate<Deployment> mine) {
        Long id;
        CxException doubt = null;
        try {
            id = begin.get();
        } catch (CxException e) {
            if (e.fate() != Fate.UNKNOWN) {
                return new Step(e.fate() == Fate.NOT_SENT ? StepResult.NOT_STARTED : StepResult.REFUSED, null, e);
            }
            id = null;
            doubt = e;
        } catch (RuntimeException e) {
            return new Step(StepResult.NOT_STARTED, null, unexpected(e, Fate.NOT_SENT)); // closed, or a bad value
        }
        Long known = id;
        CxException why = doubt != null ? doubt : withoutId();
        return known == null ? guarded(null, why, () -> search(mine, why)) : guarded(known, null, () -> end(known));
    }

    /** Whatever happens while it is waited for leaves the fate of the deployment open; what came before stays the reason. */
    private static Step guarded(@Nullable Long id, @Nullable CxException reason, Supplier<Step> wait) {
        try {
            return wait.get();
        } catch (RuntimeException e) {
            CxException later = e instanceof CxException known ? known : unexpected(e, Fate.UNKNOWN);
            if (reason == null || reason == later) {
                return new Step(StepResult.UNKNOWN, id, later);
            }
            reason.addSuppressed(later);
            return new Step(StepResult.UNKNOWN, id, reason);
        }
    }

    private static CxException unexpected(RuntimeException e, Fate fate) {
        return new CxException(String.valueOf(e.getMessage()), e, new ErrorContext(fate));
    }

    private static CxException withoutId() {
        return new CxException(
                "The answer had no deploymentId, and no new entry came up in the history",
                null,
                new ErrorContext(Fate.UNKNOWN));
    }

    /** One whose answer was lost, or had no id, is the one that was not in the history before. */
    private Step search(Predicate<Deployment> mine, CxException doubt) {
        List<Long> found = new ArrayList<>();
        boolean there = appears(timeout -> {
            found.clear();
            rules.deployments().timeout(timeout).execute().stream()
                    .filter(mine)
                    .map(Deployment::deploymentId)
                    .filter(Objects::nonNull)
                    .filter(each -> !known.contains(each))
                    .forEach(found::add);
            return !found.isEmpty();
        });
        if (!there || found.size() > 1) {
            return new Step(StepResult.UNKNOWN, null, doubt);
        }
        Long id = found.get(0);
        return guarded(id, doubt, () -> end(id));
    }

    /** A look that is given a time for its requests. */
    interface Look {
        boolean sees(Duration timeout);
    }

    /** Whether something comes up within a while. */
    boolean appears(Look look) {
        Polling<Boolean> polling = new Polling<>(time, shorter(TIME_TO_COME_UP, settings.timeout), settings.interval);
        try {
            return polling.until(() -> look.sees(polling.timeFor(TIME_TO_COME_UP)) ? Boolean.TRUE : null) != null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private Step end(long id) {
        known.add(id);
        DeploymentOutcome outcome = rules.awaitDeployment(id)
                .timeout(settings.timeout)
                .pollInterval(settings.interval)
                .outcome();
        if (outcome instanceof DeploymentOutcome.Succeeded) {
            return new Step(StepResult.DONE, id, null);
        }
        if (outcome instanceof DeploymentOutcome.Failed) {
            return new Step(StepResult.FAILED, id, null);
        }
        if (outcome instanceof DeploymentOutcome.Partial) {
            return new Step(StepResult.PARTIAL, id, null);
        }
        return new Step(StepResult.UNKNOWN, id, late(id, outcome));
    }

    private CxException late(long id, DeploymentOutcome outcome) {
        Deployment seen = null;
        CxException failure = null;
        if (outcome instanceof DeploymentOutcome.TimedOut timedOut) {
            seen = timedOut.deployment();
            failure = timedOut.lastFailure();
        } else if (outcome instanceof DeploymentOutcome.Scheduled scheduled) {
            seen = scheduled.deployment();
        }
        String state = seen == null || seen.status() == null
                ? "not seen in the history"
                : seen.status().value();
        return new DeploymentTimeoutException(
                "Deployment " + id + " did not end within " + settings.timeout.toSeconds() + " s: " + state
                        + (failure == null ? "" : "; the last look failed: " + failure.getMessage()),
                id,
                seen,
                failure);
    }
}
