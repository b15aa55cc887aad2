package io.github.multicloudcx.grs.internal;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.grs.DeploymentOutcome;
import io.github.multicloudcx.grs.DeploymentWaiter;
import io.github.multicloudcx.grs.RulePackage;
import io.github.multicloudcx.grs.model.Deployment;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Describes a wait; {@link DeploymentWait} is one. */
record PollingDeploymentWaiter(RulePackage rules, CxClient cx, long id, WaitOptions options)
        implements DeploymentWaiter {
    @Override
    public DeploymentWaiter timeout(Duration total) {
        return with(new WaitOptions(
                Require.positive(total, "timeout"), options.interval(), options.requestTimeout(), options.listener()));
    }

    @Override
    public DeploymentWaiter pollInterval(Duration interval) {
        return with(new WaitOptions(
                options.timeout(),
                Require.positive(interval, "pollInterval"),
                options.requestTimeout(),
                options.listener()));
    }

    @Override
    public DeploymentWaiter requestTimeout(Duration each) {
        return with(new WaitOptions(
                options.timeout(), options.interval(), Require.positive(each, "requestTimeout"), options.listener()));
    }

    @Override
    public DeploymentWaiter onProgress(Consumer<Deployment> listener) {
        return with(new WaitOptions(
                options.timeout(),
                options.interval(),
                options.requestTimeout(),
                Require.present(listener, "listener")));
    }

    private DeploymentWaiter with(WaitOptions changed) {
        return new PollingDeploymentWaiter(rules, cx, id, changed);
    }

    @Override
    public Deployment execute() {
        return begin().done();
    }

    @Override
    public CompletableFuture<Deployment> executeAsync() {
        return cx.executeAsync(this::execute);
    }

    @Override
    public DeploymentOutcome outcome() {
        return begin().outcome();
    }

    private DeploymentWait begin() {
        return new DeploymentWait(rules, id, options, cx.timeSource());
    }

    @Override
    public String toString() {
        return "DeploymentWaiter[" + id + "]";
    }
}
