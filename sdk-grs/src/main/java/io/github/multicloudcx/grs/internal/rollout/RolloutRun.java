package io.github.multicloudcx.grs.internal.rollout;

import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.TimeSource;
import io.github.multicloudcx.core.error.CallInterruptedException;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.core.internal.work.Polling;
import io.github.multicloudcx.core.internal.work.Workers;
import io.github.multicloudcx.grs.RulePackage;
import io.github.multicloudcx.grs.model.Deployment;
import io.github.multicloudcx.grs.rollout.LiveState;
import io.github.multicloudcx.grs.rollout.RolloutReport;
import io.github.multicloudcx.grs.rollout.Step;
import io.github.multicloudcx.grs.rollout.StepResult;
import io.github.multicloudcx.grs.rollout.TargetReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One rollout. Its fields are used by the executing thread alone; only {@link Steps} runs on the others. */
final class RolloutRun {
    private static final Duration TIME_TO_LOOK = Duration.ofSeconds(30);

    private final RulePackage rules;
    private final RolloutSettings settings;
    private final TimeSource time;
    private final Steps steps;
    private final Plan plan;
    private final Map<String, Step> deployments = new HashMap<>();
    private final Map<String, Step> rollBacks = new HashMap<>();
    private boolean interrupted;

    RolloutRun(RulePackage rules, RolloutSettings settings, TimeSource time, Steps steps, Plan plan) {
        this.rules = rules;
        this.settings = settings;
        this.time = time;
        this.steps = steps;
        this.plan = plan;
    }

    private record Done(String target, @Nullable Step step) {}

    RolloutReport deploy(String snapshot) {
        run(
                plan.targets(),
                target -> steps.deploy(target, snapshot),
                deployments::put,
                () -> settings.goOn || !failed());
        if (failed() && settings.rollBack && !interrupted) {
            takeBack();
        }
        return report(snapshot);
    }

    RolloutReport takeBack(RolloutReport earlier) {
        for (TargetReport each : earlier.targets()) {
            deployments.put(each.target(), each.deployment());
            if (each.rollBack() != null) {
                rollBacks.put(each.target(), each.rollBack());
            }
        }
        takeBack();
        return report(earlier.snapshot());
    }

    private boolean failed() {
        return deployments.values().stream().anyMatch(step -> !step.done());
    }

    /** The last that was begun is the first to be taken back; a failure does not stop the others. */
    private void takeBack() {
        List<String> begun = new ArrayList<>(plan.targets());
        begun.removeIf(
                target -> !deployments.getOrDefault(target, Step.NOT_STARTED).begun());
        Collections.reverse(begun);
        run(begun, this::restore, rollBacks::put, () -> true);
    }

    /** A deployment cannot be cancelled: one that still runs is waited for first, or it would undo what is put back. */
    private @Nullable Step restore(String target) {
        Step mine = deployments.getOrDefault(target, Step.NOT_STARTED);
        if (mine.result() == StepResult.UNKNOWN) {
            Step ended = steps.again(mine);
            if (ended.result() == StepResult.UNKNOWN && ended.deploymentId() != null) {
                return new Step(StepResult.NOT_STARTED, null, ended.failure());
            }
        }
        LiveState before = plan.before().getOrDefault(target, LiveState.UNKNOWN);
        if (has(target, before)) {
            return null;
        }
        return before.snapshot() == null ? steps.undeploy(target) : steps.deploy(target, before.snapshot());
    }

    /** Whether a target has what it had, so that there is nothing to take back. */
    private boolean has(String target, LiveState before) {
        try {
            LiveStates states = new LiveStates(rules.deployments().execute(), steps.undeployments());
            return states.of(target).equals(before);
        } catch (RuntimeException e) {
            return false; // then it is put back without a look
        }
    }

    private void run(
            List<String> targets,
            Function<String, @Nullable Step> work,
            BiConsumer<String, Step> keep,
            BooleanSupplier goOn) {
        Iterator<String> names = targets.iterator();
        Iterator<String> allowed = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return names.hasNext() && goOn.getAsBoolean();
            }

            @Override
            public String next() {
                return names.next();
            }
        };
        boolean whole = Workers.run(
                "cx-rollout", settings.parallelism, allowed, target -> new Done(target, work.apply(target)), done -> {
                    if (done.step() != null) {
                        keep.accept(done.target(), done.step());
                        settings.listener.accept(report(done.target(), LiveState.UNKNOWN));
                    }
                });
        interrupted |= !whole;
    }

    private RolloutReport report(String snapshot) {
        CxException failure = null;
        Function<String, LiveState> after = target -> LiveState.UNKNOWN;
        Polling<List<Deployment>> polling = new Polling<>(time, TIME_TO_LOOK, settings.interval);
        try {
            List<Deployment> history = polling.until(() ->
                    rules.deployments().timeout(polling.timeFor(TIME_TO_LOOK)).execute());
            failure = polling.failure();
            if (history != null) {
                after = new LiveStates(history, steps.undeployments())::of;
            }
        } catch (CxException e) {
            failure = e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failure = notRead("Interrupted before the history was read", e);
        } catch (RuntimeException e) {
            failure = notRead("The history was not read: " + e.getMessage(), e);
        }
        List<TargetReport> reports = new ArrayList<>();
        for (String target : plan.targets()) {
            reports.add(report(target, after.apply(target)));
        }
        return new RolloutReport(snapshot, reports, interrupted, failure);
    }

    private static CxException notRead(String message, Exception cause) {
        ErrorContext nothing = new ErrorContext(Fate.NOT_SENT);
        return cause instanceof InterruptedException
                ? new CallInterruptedException(message, cause, nothing)
                : new CxException(message, cause, nothing);
    }

    private TargetReport report(String target, LiveState after) {
        @Nullable Step rollBack = rollBacks.get(target);
        return new TargetReport(
                target,
                plan.before().getOrDefault(target, LiveState.UNKNOWN),
                deployments.getOrDefault(target, Step.NOT_STARTED),
                rollBack,
                after);
    }
}
