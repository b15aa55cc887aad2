package io.github.multicloudcx.udm.internal;

import io.github.multicloudcx.udm.model.JobInfo;
import io.github.multicloudcx.udm.model.JobProgress;
import io.github.multicloudcx.udm.model.JobStatus;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of a job.
 *
 * @param progress its progress
 * @param job its record, or null when there was no need to look at it
 */
record JobSight(JobProgress progress, @Nullable JobInfo job) {
    /** Whether the record is worth a look: the status says that it ended, or it is all done and no known status says otherwise. */
    static boolean endInSight(JobProgress progress) {
        JobStatus status = progress.jobStatus();
        if (status == null) {
            return whole(progress.progress());
        }
        return ended(status) || (whole(progress.progress()) && !status.active());
    }

    private static boolean ended(JobStatus status) {
        return status.done() || status.failed() || status.cancelled();
    }

    private static boolean whole(@Nullable Integer percent) {
        return percent != null && percent >= 100;
    }

    boolean failed() {
        return any(JobStatus::failed);
    }

    boolean cancelled() {
        return any(JobStatus::cancelled);
    }

    /**
     * Done by the word of the server, unless its record lags behind; or, where it has no word for it, by 100 percent and
     * a file.
     */
    boolean done() {
        if (job == null) {
            return false;
        }
        boolean file = job.fileName() != null && !job.fileName().isBlank();
        boolean active = any(JobStatus::active);
        if (any(JobStatus::done)) {
            return file || !active;
        }
        return file && !active && (whole(progress.progress()) || whole(job.progress()));
    }

    private boolean any(Predicate<JobStatus> reading) {
        JobStatus recorded = job == null ? null : job.jobStatus();
        return Stream.of(new @Nullable JobStatus[] {recorded, progress.jobStatus()})
                .filter(Objects::nonNull)
                .anyMatch(reading);
    }

    /** Status and percent in a few words. */
    static String words(JobProgress progress) {
        String status = progress.status() == null || progress.status().isBlank() ? "none" : progress.status();
        return "status " + status + (progress.progress() == null ? "" : ", " + progress.progress() + " %");
    }
}
