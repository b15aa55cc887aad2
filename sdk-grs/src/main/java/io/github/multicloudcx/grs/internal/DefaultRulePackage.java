package io.github.multicloudcx.grs.internal;

import io.github.multicloudcx.core.ApiRequest;
import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.grs.CreateSnapshot;
import io.github.multicloudcx.grs.DeployPackage;
import io.github.multicloudcx.grs.DeploymentWaiter;
import io.github.multicloudcx.grs.RulePackage;
import io.github.multicloudcx.grs.UndeployPackage;
import io.github.multicloudcx.grs.internal.rollout.DefaultRollout;
import io.github.multicloudcx.grs.internal.rollout.RolloutSettings;
import io.github.multicloudcx.grs.model.Deployment;
import io.github.multicloudcx.grs.model.Snapshot;
import io.github.multicloudcx.grs.model.StartedUndeployment;
import io.github.multicloudcx.grs.rollout.Rollout;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A rule package over one connection. */
record DefaultRulePackage(DefaultTenant tenant, String id) implements RulePackage {
    private static final String PACKAGE = "/tenant/{tenantId}/package/{packageId}";
    private static final String NO_PACKAGE = "there is no such rule package";

    @Override
    public Call<List<Snapshot>> snapshots() {
        return of(tenant.api().get(PACKAGE + "/snapshots"), "SNAPSHOT_VIEW", NO_PACKAGE)
                .returningList(Snapshot.class, List.of("snapshots"));
    }

    @Override
    public CreateSnapshot createSnapshot(String name) {
        return new SnapshotDraft(this, SnapshotNames.check(name, "name"), null);
    }

    Call<Snapshot> create(Map<String, Object> body) {
        return of(tenant.api().post(PACKAGE + "/snapshot"), "SNAPSHOT_CREATE", NO_PACKAGE)
                .json(body)
                .returning(Snapshot.class);
    }

    @Override
    public Call<@Nullable Void> deleteSnapshot(String snapshotId) {
        return of(
                        tenant.api().delete(PACKAGE + "/snapshot/{snapshotId}"),
                        "SNAPSHOT_DELETE",
                        "there is no such rule package or snapshot")
                .path("snapshotId", snapshotId)
                .returningNothing();
    }

    @Override
    public Call<List<Deployment>> deployments() {
        return found(tenant.api().get(PACKAGE + "/deploy"), NO_PACKAGE)
                .advice(403, "the user has no permission for this tenant")
                .returningList(DeploymentAnswer.class, List.of("deployments"))
                .map(answers ->
                        answers.stream().map(DeploymentAnswer::deployment).toList());
    }

    @Override
    public DeployPackage deploy(String target) {
        return new DeploymentDraft(this, tenant.scheduleField(), Require.text(target, "target"), null, null, null);
    }

    Call<io.github.multicloudcx.grs.model.StartedDeployment> deploy(Map<String, Object> body) {
        return of(
                        tenant.api().post(PACKAGE + "/deploy"),
                        "PACKAGE_DEPLOY and SNAPSHOT_VIEW",
                        "there is no such rule package or snapshot")
                .json(body)
                .returning(StartedDeploymentAnswer.class)
                .map(StartedDeploymentAnswer::started);
    }

    @Override
    public UndeployPackage undeploy(String target) {
        return new UndeploymentDraft(this, Require.text(target, "target"), null);
    }

    Call<StartedUndeployment> undeploy(Map<String, Object> body) {
        return of(tenant.api().post(PACKAGE + "/undeploy"), "PACKAGE_UNDEPLOY and SNAPSHOT_VIEW", NO_PACKAGE)
                .json(body)
                .returning(StartedUndeployment.class);
    }

    @Override
    public DeploymentWaiter awaitDeployment(long deploymentId) {
        return new PollingDeploymentWaiter(this, tenant.cx(), deploymentId, WaitOptions.DEFAULT);
    }

    @Override
    public Rollout rollout() {
        return new DefaultRollout(tenant, this, tenant.cx(), RolloutSettings.DEFAULT);
    }

    private ApiRequest of(ApiRequest request, String permissions, String nothing) {
        boolean one = permissions.indexOf(' ') < 0;
        return found(request, nothing)
                .advice(
                        403,
                        "the user needs the permission" + (one ? " " : "s ") + permissions
                                + " and access to the tenant");
    }

    private ApiRequest found(ApiRequest request, String nothing) {
        return tenant.of(request).path("packageId", id).advice(404, nothing + "; or " + Refused.NOT_HERE);
    }

    /** Without the ids. */
    @Override
    public String toString() {
        return "RulePackage";
    }
}
