package io.github.multicloudcx.udm;

import io.github.multicloudcx.core.error.CallInterruptedException;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.udm.model.JobInfo;
import io.github.multicloudcx.udm.model.JobProgress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Waits for the end of an export job. It is immutable: the setters return copies, and nothing is sent before
 * {@link #execute()} or {@link #outcome()}, which look at the job at once and then after every poll interval.
 *
 * <p>What passes does not end the wait: broken connections, timeouts of a request, 5xx, 429, answers that are not as
 * documented, and the same of the token endpoint. Anything else does. A status that is absent or unknown goes on waiting, until the progress is 100 percent and the job has a file.
 */
public interface JobWaiter {
    /**
     * Sets how long to wait in all. A last look is taken when the time is over.
     *
     * @param total longer than zero; the default is 2 hours
     * @return a copy
     */
    JobWaiter timeout(Duration total);

    /**
     * Sets how long to wait between two looks.
     *
     * @param interval longer than zero; the default is 5 seconds
     * @return a copy
     */
    JobWaiter pollInterval(Duration interval);

    /**
     * Sets the time for each request, its attempts included.
     *
     * @param each longer than zero; the default is 1 minute
     * @return a copy
     */
    JobWaiter requestTimeout(Duration each);

    /**
     * Reports every look, also when nothing has changed.
     *
     * @param listener called on the waiting thread; what it throws ends the wait
     * @return a copy
     */
    JobWaiter onProgress(Consumer<JobProgress> listener);

    /**
     * Waits until the job is done.
     *
     * @return the job, mostly with the name of its file
     * @throws JobFailedException when it failed
     * @throws JobCancelledException when it was cancelled
     * @throws JobTimeoutException when the time was over before
     * @throws JobNotFoundException when it is neither among the jobs nor in the history
     * @throws CallInterruptedException when the thread was interrupted
     * @throws CxException when a request failed for good
     */
    JobInfo execute();

    /**
     * Waits on another thread until the job is done. Cancelling the future ends the wait, not the job.
     *
     * @return the job to come, or what {@link #execute()} throws
     */
    CompletableFuture<JobInfo> executeAsync();

    /**
     * Waits for the end, whatever it is.
     *
     * @return how it ended
     * @throws JobNotFoundException when it is neither among the jobs nor in the history
     * @throws CallInterruptedException when the thread was interrupted
     * @throws CxException when a request failed for good
     */
    JobOutcome outcome();
}
