package io.github.multicloudcx.udm;

import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.udm.model.JobInfo;
import io.github.multicloudcx.udm.model.JobProgress;
import org.jspecify.annotations.Nullable;

/** The export job failed. The reference has no field for the reason; some servers put it into the description. */
public class JobFailedException extends JobException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message one line for a person
     * @param jobId id of the job
     * @param job the job as it was last seen
     * @param progress the progress as it was last seen, or null
     */
    public JobFailedException(String message, String jobId, JobInfo job, @Nullable JobProgress progress) {
        super(message, null, new ErrorContext(Fate.REJECTED), jobId, job, progress);
    }
}
