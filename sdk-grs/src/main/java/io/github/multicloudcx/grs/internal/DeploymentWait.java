package io.github.multicloudcx.grs.internal;

import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.TimeSource;
import io.github.multicloudcx.core.error.CallInterruptedException;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.core.internal.work.Polling;
import io.github.multicloudcx.grs.DeploymentFailedException;
import io.github.multicloudcx.grs.DeploymentOutcome;
import io.github.multicloudcx.grs.DeploymentTimeoutException;
import io.github.multicloudcx.grs.RulePackage;
import io.github.multicloudcx.grs.model.Deployment;
import io.github.multicloudcx.grs.model.DeploymentStatus;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One wait for the end of a deployment. */
final class DeploymentWait {
    private final RulePackage rules;
    private final long id;
    private final WaitOptions options;
    private final TimeSource time;
    private final Polling<DeploymentOutcome> polling;
    private @Nullable Deployment seen;

    DeploymentWait(RulePackage rules, long id, WaitOptions options, TimeSource time) {
        this.rules = rules;
        this.id = id;
        this.options = options;
        this.time = time;
        this.polling = new Polling<>(time, options.timeout(), options.interval());
    }

    DeploymentOutcome outcome() {
        try {
            DeploymentOutcome end = polling.until(this::look, this::pause);
            return end != null ? end : new DeploymentOutcome.TimedOut(id, seen, polling.failure());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallInterruptedException(
                    "Interrupted while waiting for deployment " + id + state() + "; it goes on on the server",
                    e,
                    new ErrorContext(Fate.UNKNOWN));
        }
    }

    private @Nullable DeploymentOutcome look() {
        Deployment found = rules.deployments().timeout(polling.timeFor(options.requestTimeout())).execute().stream()
                .filter(each -> each.deploymentId() != null && each.deploymentId() == id)
                .findFirst()
                .orElse(null);
        if (found == null) {
            return null;
        }
        seen = found;
        options.listener().accept(found);
        return end(found);
    }

    private @Nullable DeploymentOutcome end(Deployment found) {
        DeploymentStatus status = found.status();
        if (DeploymentStatus.SUCCESS.equals(status)) {
            return new DeploymentOutcome.Succeeded(found);
        }
        if (DeploymentStatus.FAILED.equals(status)) {
            return new DeploymentOutcome.Failed(found);
        }
        if (DeploymentStatus.PARTIAL.equals(status)) {
            return new DeploymentOutcome.Partial(found);
        }
        Duration due = untilDue(found);
        return due != null && due.compareTo(polling.left()) > 0 ? new DeploymentOutcome.Scheduled(found) : null;
    }

    /** How long until a scheduled deployment is due; null for any other. */
    private @Nullable Duration untilDue(Deployment found) {
        Instant at = found.deployScheduledDateTime();
        return DeploymentStatus.SCHEDULED.equals(found.status()) && at != null
                ? Duration.between(time.now(), at)
                : null;
    }

    private Duration pause() {
        Duration due = seen == null ? null : untilDue(seen);
        return due != null && due.compareTo(options.interval()) > 0 ? due : options.interval();
    }

    Deployment done() {
        DeploymentOutcome outcome = outcome();
        if (outcome instanceof DeploymentOutcome.Succeeded done) {
            return done.deployment();
        }
        if (outcome instanceof DeploymentOutcome.Failed failed) {
            throw failed(failed.deployment(), " failed", false);
        }
        if (outcome instanceof DeploymentOutcome.Partial partial) {
            throw failed(
                    partial.deployment(),
                    " succeeded on some engines only, look for the others in the authoring tool",
                    true);
        }
        if (outcome instanceof DeploymentOutcome.Scheduled scheduled) {
            throw new DeploymentTimeoutException(
                    "Deployment " + id + " is scheduled for "
                            + scheduled.deployment().deployScheduledDateTime() + ", which is later than the wait of "
                            + polling.words() + " would last; wait for it then, or longer",
                    id,
                    scheduled.deployment(),
                    null);
        }
        throw late();
    }

    private DeploymentFailedException failed(Deployment deployment, String what, boolean partial) {
        String operation = deployment.operation() == null ? "" : " (" + deployment.operation() + ")";
        return new DeploymentFailedException("Deployment " + id + operation + what, id, deployment, partial);
    }

    private DeploymentTimeoutException late() {
        CxException failure = polling.failure();
        String what = failure != null
                ? "the last look failed: " + failure.getMessage()
                : seen == null
                        ? "it never came up in the history; check the id"
                        : "it goes on on the server: wait for it again, with a longer timeout";
        return new DeploymentTimeoutException(
                "Deployment " + id + " did not end within " + polling.words() + state() + "; " + what,
                id,
                seen,
                failure);
    }

    private String state() {
        return seen == null || seen.status() == null ? "" : ", it is " + seen.status();
    }
}
