package io.github.multicloudcx.grs.rollout;

import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.grs.model.DeployTarget;
import io.github.multicloudcx.grs.model.DeployTargetType;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Deploys one snapshot of a rule package to many targets, waits for each, and tells what came of each. Immutable: the setters
 * return copies, and nothing is sent before {@link #execute()}. A snapshot and targets are required.
 *
 * <p>A deployment whose answer was lost is not sent again; it is looked for in the history. At the end the history is read
 * once more, so that {@link TargetReport#after()} is what the server says. Before 8.5.303 the history does not tell
 * undeployments from deployments; those of others count as deployments of {@code LATEST} then.
 */
public interface Rollout {
    /**
     * Takes a snapshot first, and deploys it.
     *
     * @param name name of the snapshot, which must not exist
     * @return a copy
     * @throws IllegalArgumentException when no snapshot can have the name
     */
    Rollout takeSnapshot(String name);

    /**
     * Takes a snapshot with a comment first, and deploys it.
     *
     * @param name name of the snapshot, which must not exist
     * @param comment not blank
     * @return a copy
     * @throws IllegalArgumentException when no snapshot can have the name
     */
    Rollout takeSnapshot(String name, String comment);

    /**
     * Deploys a snapshot that exists.
     *
     * @param name name of the snapshot
     * @return a copy
     * @throws IllegalArgumentException when the name is blank or {@code LATEST}
     */
    Rollout snapshot(String name);

    /**
     * Deploys to these targets in this order.
     *
     * @param targets one or more names, none twice
     * @return a copy
     */
    Rollout to(List<String> targets);

    /**
     * Deploys to all targets of the tenant, in the order of the server.
     *
     * @return a copy
     */
    Rollout toAll();

    /**
     * Deploys to all targets of a kind, in the order of the server.
     *
     * @param type the kind
     * @return a copy
     */
    Rollout toAll(DeployTargetType type);

    /**
     * Sets the order for {@link #toAll}.
     *
     * @param order which target comes first
     * @return a copy
     */
    Rollout inOrder(Comparator<DeployTarget> order);

    /**
     * Sets to how many targets is deployed at a time.
     *
     * @param targets 1 or more; the default is 1
     * @return a copy
     */
    Rollout parallelism(int targets);

    /**
     * Goes on with the other targets after a failure. Without it none is begun any more; those that run are waited for.
     *
     * @return a copy
     */
    Rollout goOnAfterFailure();

    /**
     * When a target fails, deploys on every target that was begun what was live there before, or undeploys where nothing
     * was; a target that has it still is left alone. A deployment that did not end in time is waited for once more, because
     * it cannot be cancelled; when it does not end then either, its target is not rolled back. Whether that is possible is checked before anything is changed: it is not for a target that runs {@code LATEST},
     * a snapshot that was deleted, or one on which a deployment is under way.
     *
     * @return a copy
     */
    Rollout rollBackOnFailure();

    /**
     * Sets the comments of the deployments.
     *
     * @param text not blank
     * @return a copy
     */
    Rollout comments(String text);

    /**
     * Sets how long to wait for each deployment.
     *
     * @param each longer than zero; the default is 10 minutes
     * @return a copy
     */
    Rollout timeoutPerTarget(Duration each);

    /**
     * Sets how long to wait between two looks at the history.
     *
     * @param interval longer than zero; the default is 2 seconds
     * @return a copy
     */
    Rollout pollInterval(Duration interval);

    /**
     * Reports each target when it is deployed to, and again when it is rolled back; what is live at the end is not known
     * then.
     *
     * @param listener called on the executing thread; what it throws ends the rollout
     * @return a copy
     */
    Rollout onProgress(Consumer<TargetReport> listener);

    /**
     * Rolls out. Once the first deployment has begun it does not throw any more: what goes wrong stands in the report. When
     * the thread is interrupted, the rollout stops, nothing is rolled back, and the flag of the thread stays set.
     *
     * @return what came of each target
     * @throws IllegalStateException when there is no snapshot or no target
     * @throws RolloutException when it cannot be done; nothing has been deployed
     * @throws CxException when a request before the first deployment failed
     */
    RolloutReport execute();

    /**
     * Rolls out on another thread. Cancelling the future interrupts the rollout.
     *
     * @return the report to come, or what {@link #execute()} throws
     */
    CompletableFuture<RolloutReport> executeAsync();

    /**
     * Takes an earlier rollout back, with the parallelism, times, comments and listener of this one: deploys on every target
     * that it has begun, and that does not have it still, what was live there before, in the opposite order.
     *
     * @param earlier its report
     * @return that report with what came of it
     * @throws RolloutException when it cannot be done for one of them, or something else was deployed there meanwhile;
     *     nothing has been changed
     * @throws CxException when a request before the first deployment failed
     */
    RolloutReport rollBack(RolloutReport earlier);
}
