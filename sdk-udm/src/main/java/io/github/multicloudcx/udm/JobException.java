package io.github.multicloudcx.udm;

import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.udm.model.JobInfo;
import io.github.multicloudcx.udm.model.JobProgress;
import org.jspecify.annotations.Nullable;

/** Waiting for an export job ended otherwise than with the job done. */
public abstract class JobException extends CxException {
    private static final long serialVersionUID = 1L;

    /** Which job it is about. */
    private final String jobId;

    private final transient @Nullable JobInfo job;
    private final transient @Nullable JobProgress progress;

    JobException(
            String message,
            @Nullable Throwable cause,
            ErrorContext context,
            String jobId,
            @Nullable JobInfo job,
            @Nullable JobProgress progress) {
        super(message, cause, context);
        this.jobId = jobId;
        this.job = job;
        this.progress = progress;
    }

    /**
     * Returns which job it is about.
     *
     * @return id of the job
     */
    public String jobId() {
        return jobId;
    }

    /**
     * Returns the job as it was last seen.
     *
     * @return the job; null when its record was not looked at, and after serialization
     */
    public @Nullable JobInfo job() {
        return job;
    }

    /**
     * Returns the progress as it was last seen.
     *
     * @return the progress; null when it was not seen, and after serialization
     */
    public @Nullable JobProgress progress() {
        return progress;
    }
}
