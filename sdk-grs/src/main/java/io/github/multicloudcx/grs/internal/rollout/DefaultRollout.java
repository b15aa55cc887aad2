package io.github.multicloudcx.grs.internal.rollout;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.grs.GrsTenant;
import io.github.multicloudcx.grs.RulePackage;
import io.github.multicloudcx.grs.model.DeployTarget;
import io.github.multicloudcx.grs.model.DeployTargetType;
import io.github.multicloudcx.grs.model.Deployment;
import io.github.multicloudcx.grs.rollout.Rollout;
import io.github.multicloudcx.grs.rollout.RolloutReport;
import io.github.multicloudcx.grs.rollout.TargetReport;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Describes a rollout; {@link RolloutRun} is one. */
public final class DefaultRollout implements Rollout {
    private final GrsTenant tenant;
    private final RulePackage rules;
    private final CxClient cx;
    private final RolloutSettings settings;

    public DefaultRollout(GrsTenant tenant, RulePackage rules, CxClient cx, RolloutSettings settings) {
        this.tenant = tenant;
        this.rules = rules;
        this.cx = cx;
        this.settings = settings;
    }

    private Rollout with(Consumer<RolloutSettings> change) {
        return new DefaultRollout(tenant, rules, cx, settings.with(change));
    }

    @Override
    public Rollout takeSnapshot(String name) {
        var draft = rules.createSnapshot(name);
        return with(changed -> {
            changed.snapshot = name;
            changed.draft = draft;
        });
    }

    @Override
    public Rollout takeSnapshot(String name, String comment) {
        var draft = rules.createSnapshot(name).comment(comment);
        return with(changed -> {
            changed.snapshot = name;
            changed.draft = draft;
        });
    }

    @Override
    public Rollout snapshot(String name) {
        if (Require.text(name, "name").equals(Deployment.LATEST)) {
            throw new IllegalArgumentException("name must not be LATEST, which may be something else for each target;"
                    + " take a snapshot and roll that out");
        }
        return with(changed -> {
            changed.snapshot = name;
            changed.draft = null;
        });
    }

    @Override
    public Rollout to(List<String> targets) {
        List<String> names = Require.texts(targets, "targets");
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new IllegalArgumentException("targets must not name one twice: " + name);
            }
        }
        return with(changed -> {
            changed.targets = names;
            changed.all = false;
        });
    }

    @Override
    public Rollout toAll() {
        return with(changed -> {
            changed.targets = null;
            changed.all = true;
            changed.type = null;
        });
    }

    @Override
    public Rollout toAll(DeployTargetType type) {
        Require.present(type, "type");
        return with(changed -> {
            changed.targets = null;
            changed.all = true;
            changed.type = type;
        });
    }

    @Override
    public Rollout inOrder(Comparator<DeployTarget> order) {
        Require.present(order, "order");
        return with(changed -> changed.order = order);
    }

    @Override
    public Rollout parallelism(int targets) {
        Require.positive(targets, "parallelism");
        return with(changed -> changed.parallelism = targets);
    }

    @Override
    public Rollout goOnAfterFailure() {
        return with(changed -> changed.goOn = true);
    }

    @Override
    public Rollout rollBackOnFailure() {
        return with(changed -> changed.rollBack = true);
    }

    @Override
    public Rollout comments(String text) {
        Require.text(text, "comments");
        return with(changed -> changed.comments = text);
    }

    @Override
    public Rollout timeoutPerTarget(Duration each) {
        Require.positive(each, "timeoutPerTarget");
        return with(changed -> changed.timeout = each);
    }

    @Override
    public Rollout pollInterval(Duration interval) {
        Require.positive(interval, "pollInterval");
        return with(changed -> changed.interval = interval);
    }

    @Override
    public Rollout onProgress(Consumer<TargetReport> listener) {
        Require.present(listener, "listener");
        return with(changed -> changed.listener = listener);
    }

    @Override
    public RolloutReport execute() {
        if (settings.snapshot == null) {
            throw new IllegalStateException("A rollout needs a snapshot; use snapshot or takeSnapshot");
        }
        if (settings.targets == null && !settings.all) {
            throw new IllegalStateException("A rollout needs targets; use to or toAll");
        }
        Planner planner = new Planner(tenant, rules, settings);
        Plan plan = planner.plan();
        Steps steps = new Steps(rules, settings, cx.timeSource(), plan.known());
        String snapshot = planner.snapshot(settings.snapshot, steps);
        return new RolloutRun(rules, settings, cx.timeSource(), steps, plan).deploy(snapshot);
    }

    @Override
    public CompletableFuture<RolloutReport> executeAsync() {
        return cx.executeAsync(this::execute);
    }

    @Override
    public RolloutReport rollBack(RolloutReport earlier) {
        Plan plan = new Planner(tenant, rules, settings).planToRollBack(Require.present(earlier, "earlier"));
        Steps steps = new Steps(rules, settings, cx.timeSource(), plan.known());
        return new RolloutRun(rules, settings, cx.timeSource(), steps, plan).takeBack(earlier);
    }

    @Override
    public String toString() {
        return "Rollout[" + settings.snapshot + "]";
    }
}
