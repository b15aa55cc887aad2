package io.github.multicloudcx.grs;

import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.grs.model.Deployment;
import io.github.multicloudcx.grs.model.Snapshot;
import io.github.multicloudcx.grs.rollout.Rollout;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule package. */
public interface RulePackage {
    /**
     * Lists the snapshots; needs the permission SNAPSHOT_VIEW.
     *
     * @return the call
     */
    Call<List<Snapshot>> snapshots();

    /**
     * Takes a snapshot of the package as it is now; needs the permission SNAPSHOT_CREATE. The call fails with
     * {@link ValidationFailedException} when a field is not accepted, and with {@link PackageValidationException} when the
     * rules themselves do not validate.
     *
     * @param name name of the snapshot, without any of <code>{ } [ ] . * | / : &lt; &gt; ' &amp;</code>
     * @return the description
     * @throws IllegalArgumentException when the name is blank or has one of these characters, naming it
     */
    CreateSnapshot createSnapshot(String name);

    /**
     * Deletes a snapshot; needs the permission SNAPSHOT_DELETE.
     *
     * @param snapshotId {@link Snapshot#snapshotId()}
     * @return the call
     * @throws IllegalArgumentException when the id is blank
     */
    Call<@Nullable Void> deleteSnapshot(String snapshotId);

    /**
     * Lists what was, is or will be deployed and undeployed.
     *
     * @return the call
     */
    Call<List<Deployment>> deployments();

    /**
     * Deploys a snapshot, or the package as it is now; needs the permissions PACKAGE_DEPLOY and SNAPSHOT_VIEW. The answer
     * says that it has begun; {@link #awaitDeployment} tells how it ends. The call fails with
     * {@link ValidationFailedException} when a field is not accepted, and with {@link PackageValidationException} when the
     * rules themselves do not validate.
     *
     * @param target name of an engine or cluster
     * @return the description
     * @throws IllegalArgumentException when the name is blank
     */
    DeployPackage deploy(String target);

    /**
     * Takes the package off a target; needs the permissions PACKAGE_UNDEPLOY and SNAPSHOT_VIEW.
     *
     * @param target name of an engine or cluster
     * @return the description
     * @throws IllegalArgumentException when the name is blank
     */
    UndeployPackage undeploy(String target);

    /**
     * Waits for the end of a deployment or undeployment.
     *
     * @param deploymentId its id, from the answer that began it
     * @return the description of the wait
     */
    DeploymentWaiter awaitDeployment(long deploymentId);

    /**
     * Deploys one snapshot to many targets.
     *
     * @return the description of the rollout
     */
    Rollout rollout();
}
