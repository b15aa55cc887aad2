package io.github.multicloudcx.grs.internal.rollout;

import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.error.NotFoundException;
import io.github.multicloudcx.grs.CreateSnapshot;
import io.github.multicloudcx.grs.GrsTenant;
import io.github.multicloudcx.grs.RulePackage;
import io.github.multicloudcx.grs.model.DeployTarget;
import io.github.multicloudcx.grs.model.Deployment;
import io.github.multicloudcx.grs.model.Snapshot;
import io.github.multicloudcx.grs.rollout.LiveState;
import io.github.multicloudcx.grs.rollout.RolloutException;
import io.github.multicloudcx.grs.rollout.RolloutReport;
import io.github.multicloudcx.grs.rollout.TargetReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds out, before anything is changed, what a rollout is up against, and refuses what cannot be done. */
final class Planner {
    private final GrsTenant tenant;
    private final RulePackage rules;
    private final RolloutSettings settings;

    Planner(GrsTenant tenant, RulePackage rules, RolloutSettings settings) {
        this.tenant = tenant;
        this.rules = rules;
        this.settings = settings;
    }

    Plan plan() {
        List<String> snapshots = snapshotNames();
        checkSnapshot(snapshots);
        List<String> targets = targets();
        List<Deployment> history = rules.deployments().execute();
        Map<String, LiveState> before = before(targets, history);
        if (settings.rollBack) {
            checkRollBack(before, new LiveStates(history, Set.of()), snapshots);
        }
        return new Plan(targets, before, ids(history));
    }

    /** Only what was begun, and has not got back already what it had, is taken back. */
    Plan planToRollBack(RolloutReport earlier) {
        List<Deployment> history = rules.deployments().execute();
        LiveStates states = new LiveStates(history, Set.of());
        Map<String, LiveState> before = new LinkedHashMap<>();
        Map<String, LiveState> due = new LinkedHashMap<>();
        for (TargetReport each : earlier.targets()) {
            before.put(each.target(), each.before());
            LiveState now = states.of(each.target());
            if (each.deployment().begun() && !now.equals(each.before())) {
                due.put(each.target(), each.before());
                checkUntouched(each.target(), now, earlier.snapshot());
            }
        }
        checkRollBack(due, states, snapshotNames());
        return new Plan(List.copyOf(before.keySet()), before, ids(history));
    }

    private static void checkUntouched(String target, LiveState now, String snapshot) {
        if (now.kind() == LiveState.Kind.SNAPSHOT && !snapshot.equals(now.snapshot())) {
            throw new RolloutException("On " + target + " " + now.snapshot() + " was deployed after the rollout of "
                    + snapshot + "; taking that back would overwrite it. Nothing was changed");
        }
    }

    private List<String> snapshotNames() {
        return rules.snapshots().execute().stream()
                .map(Snapshot::name)
                .filter(Objects::nonNull)
                .toList();
    }

    private void checkSnapshot(List<String> snapshots) {
        String name = settings.snapshot;
        if (settings.draft == null && !snapshots.contains(name)) {
            throw new RolloutException("There is no snapshot " + name + "; " + list("there are ", snapshots));
        }
        if (settings.draft != null && snapshots.contains(name)) {
            throw new RolloutException(
                    "There is a snapshot " + name + " already; roll that out with snapshot, or choose another name");
        }
    }

    private List<String> targets() {
        List<String> asked = settings.targets;
        List<String> targets = asked == null ? allOfKind() : asked;
        if (asked != null) {
            checkTargets(asked);
        }
        return targets;
    }

    private List<String> allOfKind() {
        List<DeployTarget> all = new ArrayList<>(tenant.deployTargets().execute());
        all.removeIf(each -> each.name() == null
                || each.name().isBlank()
                || (settings.type != null && !settings.type.equals(each.type())));
        if (all.isEmpty()) {
            throw new RolloutException("The tenant has no target"
                    + (settings.type == null ? "" : " of type " + settings.type) + " to deploy to");
        }
        if (settings.order != null) {
            all.sort(settings.order);
        }
        return all.stream().map(DeployTarget::name).distinct().toList();
    }

    /** A server that does not list its targets leaves the check to the deployments. */
    private void checkTargets(List<String> asked) {
        List<String> there;
        try {
            there = tenant.deployTargets().execute().stream()
                    .map(DeployTarget::name)
                    .filter(Objects::nonNull)
                    .toList();
        } catch (NotFoundException e) {
            return;
        }
        List<String> unknown =
                asked.stream().filter(each -> !there.contains(each)).toList();
        if (!unknown.isEmpty()) {
            throw new RolloutException(list("The tenant has no target ", unknown) + "; " + list("it has ", there));
        }
    }

    private static Map<String, LiveState> before(List<String> targets, List<Deployment> history) {
        LiveStates states = new LiveStates(history, Set.of());
        Map<String, LiveState> before = new LinkedHashMap<>();
        targets.forEach(target -> before.put(target, states.of(target)));
        return before;
    }

    private static void checkRollBack(Map<String, LiveState> before, LiveStates states, List<String> snapshots) {
        List<String> obstacles = new ArrayList<>();
        before.forEach((target, live) -> {
            if (states.busy(target)) {
                obstacles.add(target + " has a deployment under way or scheduled");
            } else if (live.kind() == LiveState.Kind.UNKNOWN
                    || (live.kind() == LiveState.Kind.MIXED && live.snapshot() == null)) {
                obstacles.add("the history does not tell what ran as a whole on " + target);
            } else if (live.snapshot() != null && !snapshots.contains(live.snapshot())) {
                obstacles.add(
                        target + " runs " + live.snapshot() + ", which is no snapshot that could be deployed again");
            }
        });
        if (!obstacles.isEmpty()) {
            throw new RolloutException(
                    "This could not be rolled back: " + String.join("; ", obstacles) + ". Nothing was changed");
        }
    }

    private static Set<Long> ids(List<Deployment> history) {
        return history.stream()
                .map(Deployment::deploymentId)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String list(String words, List<String> names) {
        return names.isEmpty() ? "there are none" : words + String.join(", ", names);
    }

    private boolean taken(String name, Steps steps, CxException doubt) {
        try {
            return steps.appears(timeout -> snapshotNames().contains(name));
        } catch (CxException e) {
            doubt.addSuppressed(e);
            return false;
        }
    }

    /** The name to deploy; the snapshot is taken first where that was asked for. */
    String snapshot(String name, Steps steps) {
        CreateSnapshot draft = settings.draft;
        if (draft == null) {
            return name;
        }
        try {
            Snapshot taken = draft.call().execute();
            return taken.name() == null ? name : taken.name();
        } catch (CxException e) {
            if (e.fate() == Fate.UNKNOWN && taken(name, steps, e)) {
                return name;
            }
            throw e;
        }
    }
}
