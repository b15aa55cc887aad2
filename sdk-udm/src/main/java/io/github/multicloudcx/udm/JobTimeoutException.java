package io.github.multicloudcx.udm;

import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.udm.model.JobInfo;
import io.github.multicloudcx.udm.model.JobProgress;
import org.jspecify.annotations.Nullable;

/** The time for waiting was over before the export job came to an end. The job goes on. */
public class JobTimeoutException extends JobException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message one line for a person
     * @param jobId id of the job
     * @param job the job as it was last seen, or null
     * @param progress the progress as it was last seen, or null
     * @param cause what led to it, or null
     */
    public JobTimeoutException(
            String message,
            String jobId,
            @Nullable JobInfo job,
            @Nullable JobProgress progress,
            @Nullable Throwable cause) {
        super(message, cause, new ErrorContext(Fate.UNKNOWN), jobId, job, progress);
    }
}
