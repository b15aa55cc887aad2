package io.github.multicloudcx.grs;

import io.github.multicloudcx.core.error.CallInterruptedException;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.grs.model.Deployment;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Waits for the end of a deployment or undeployment: SUCCESS, FAILED or PARTIAL in the history. It is immutable: the setters
 * return copies, and nothing is sent before {@link #execute()} or {@link #outcome()}, which look at once and then after every
 * poll interval; while it is SCHEDULED they look again when it is due.
 *
 * <p>What passes does not end the wait: broken connections, timeouts of a request, 5xx, 429, answers that are not as
 * documented, a deployment that is not in the history yet, and unknown states. Anything else does.
 */
public interface DeploymentWaiter {
    /**
     * Sets how long to wait in all. A last look is taken when the time is over. The wait ends at once for a deployment that
     * is scheduled for later than that.
     *
     * @param total longer than zero; the default is 10 minutes
     * @return a copy
     */
    DeploymentWaiter timeout(Duration total);

    /**
     * Sets how long to wait between two looks.
     *
     * @param interval longer than zero; the default is 2 seconds
     * @return a copy
     */
    DeploymentWaiter pollInterval(Duration interval);

    /**
     * Sets the time for each request, its attempts included.
     *
     * @param each longer than zero; the default is 1 minute
     * @return a copy
     */
    DeploymentWaiter requestTimeout(Duration each);

    /**
     * Reports every look that found the deployment, also when nothing has changed.
     *
     * @param listener called on the waiting thread; what it throws ends the wait
     * @return a copy
     */
    DeploymentWaiter onProgress(Consumer<Deployment> listener);

    /**
     * Waits until it has succeeded.
     *
     * @return the entry of the history
     * @throws DeploymentFailedException when it failed, in whole or in part
     * @throws DeploymentTimeoutException when the time was over before, or would be
     * @throws CallInterruptedException when the thread was interrupted
     * @throws CxException when a request failed for good
     */
    Deployment execute();

    /**
     * Waits on another thread until it has succeeded. Cancelling the future ends the wait, not the deployment.
     *
     * @return the entry of the history to come, or what {@link #execute()} throws
     */
    CompletableFuture<Deployment> executeAsync();

    /**
     * Waits for the end, whatever it is.
     *
     * @return how it ended
     * @throws CallInterruptedException when the thread was interrupted
     * @throws CxException when a request failed for good
     */
    DeploymentOutcome outcome();
}
