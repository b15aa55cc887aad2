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
import io.github.multicloudcx.grs.rollout.Step;
import io.github.multicloudcx.grs.rollout.StepResult;
import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
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
        DeployPackage deployment = rules.deploy(target).snapshot(snapshot);
        DeployPackage commented = settings.comments == null ? deployment : deployment.comments(settings.comments);
        return step(
                () -> commented.call().execute().deploymentId(),
                each -> target.equals(each.target()) && snapshot.equals(each.snapshotName()));
    }

    Step undeploy(String target) {
        UndeployPackage undeployment = rules.undeploy(target);
        UndeployPackage commented = settings.comments == null ? undeployment : undeployment.comments(settings.comments);
        Step step = step(() -> commented.call().execute().deploymentId(), each -> target.equals(each.target()));
        if (step.deploymentId() != null) {
            undeployments.add(step.deploymentId());
        }
        return step;
    }

    private Step step(Supplier<@Nullable Long> begin, Predicate<Deployment> mine) {
        Long id = null;
        CxException doubt = null;
        try {
            id = begin.get();
        } catch (CxException e) {
            if (e.fate() == Fate.NOT_SENT) {
                return new Step(StepResult.NOT_STARTED, null, e);
            }
            if (e.fate() != Fate.UNKNOWN) {
                return new Step(StepResult.REFUSED, null, e);
            }
            doubt = e;
        } catch (RuntimeException e) {
            return new Step(StepResult.UNKNOWN, null, unexpected(e));
        }
        try {
            return id == null ? search(mine, doubt) : end(id);
        } catch (CxException e) {
            return new Step(StepResult.UNKNOWN, id, e);
        } catch (RuntimeException e) {
            return new Step(StepResult.UNKNOWN, id, unexpected(e));
        }
    }

    private static CxException unexpected(RuntimeException e) {
        return new CxException(String.valueOf(e.getMessage()), e, new ErrorContext(Fate.UNKNOWN));
    }

    /** One whose answer was lost, or had no id, is the one that was not in the history before. */
    private Step search(Predicate<Deployment> mine, @Nullable CxException doubt) {
        Long[] found = new Long[1];
        boolean there = appears(() -> {
            found[0] = rules.deployments().execute().stream()
                    .filter(mine)
                    .map(Deployment::deploymentId)
                    .filter(Objects::nonNull)
                    .filter(each -> !known.contains(each))
                    .max(Long::compare)
                    .orElse(null);
            return found[0] != null;
        });
        return there ? end(found[0]) : new Step(StepResult.UNKNOWN, null, doubt);
    }

    /** Whether something comes up within a while. */
    boolean appears(BooleanSupplier look) {
        Polling<Boolean> polling = new Polling<>(time, shorter(TIME_TO_COME_UP, settings.timeout), settings.interval);
        try {
            return polling.until(() -> look.getAsBoolean() ? Boolean.TRUE : null) != null;
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
