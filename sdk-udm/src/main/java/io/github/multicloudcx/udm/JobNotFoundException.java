package io.github.multicloudcx.udm;

import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.udm.model.JobProgress;
import org.jspecify.annotations.Nullable;

/** There is no such export job any more, neither among the jobs nor in the history. */
public class JobNotFoundException extends JobException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message one line for a person
     * @param jobId id of the job
     * @param progress the progress as it was last seen, or null
     * @param cause what led to it, or null
     */
    public JobNotFoundException(
            String message, String jobId, @Nullable JobProgress progress, @Nullable Throwable cause) {
        super(message, cause, new ErrorContext(Fate.UNKNOWN), jobId, null, progress);
    }
}
