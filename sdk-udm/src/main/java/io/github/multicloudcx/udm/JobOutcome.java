package io.github.multicloudcx.udm;

import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.udm.model.JobInfo;
import io.github.multicloudcx.udm.model.JobProgress;
import org.jspecify.annotations.Nullable;

/** How waiting for an export job ended. */
public sealed interface JobOutcome {
    /**
     * The job is done.
     *
     * @param job the job
     */
    record Done(JobInfo job) implements JobOutcome {}

    /**
     * The job failed.
     *
     * @param job the job
     */
    record Failed(JobInfo job) implements JobOutcome {}

    /**
     * The job was cancelled.
     *
     * @param job the job
     */
    record Cancelled(JobInfo job) implements JobOutcome {}

    /**
     * The time was over before the job came to an end. The job goes on.
     *
     * @param id id of the job
     * @param job the job as it was last seen, or null when its record was not looked at
     * @param progress the progress as it was last seen, or null when every look failed
     * @param lastFailure why the last look failed, or null when it did not
     */
    record TimedOut(
            String id,
            @Nullable JobInfo job,
            @Nullable JobProgress progress,
            @Nullable CxException lastFailure) implements JobOutcome {}
}
