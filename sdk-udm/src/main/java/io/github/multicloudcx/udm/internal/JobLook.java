package io.github.multicloudcx.udm.internal;

import io.github.multicloudcx.core.error.ApiException;
import io.github.multicloudcx.core.error.BadRequestException;
import io.github.multicloudcx.core.error.NotFoundException;
import io.github.multicloudcx.udm.ExportHistory;
import io.github.multicloudcx.udm.ExportJobs;
import io.github.multicloudcx.udm.JobNotFoundException;
import io.github.multicloudcx.udm.model.JobInfo;
import io.github.multicloudcx.udm.model.JobProgress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A look at a job: at its progress, which is small, and at its record when the end is near or there is no progress.
 *
 * @param jobs where a record is
 * @param history where progress is, and a record after the job was deleted
 * @param id id of the job
 */
record JobLook(ExportJobs jobs, ExportHistory history, String id) {
    JobSight look(Duration requestTimeout, @Nullable JobProgress before) {
        JobProgress progress = progress(requestTimeout);
        if (progress != null && !JobSight.endInSight(progress)) {
            return new JobSight(progress, null);
        }
        JobInfo job = record(requestTimeout, progress == null ? before : progress);
        return new JobSight(progress == null ? new JobProgress(job.progress(), job.status()) : progress, job);
    }

    /** Null when there is none; the reference lists 400 and no 404 for an id that the history does not know. */
    private @Nullable JobProgress progress(Duration requestTimeout) {
        try {
            return history.progress(id).timeout(requestTimeout).execute();
        } catch (NotFoundException | BadRequestException unknown) {
            return null;
        }
    }

    private JobInfo record(Duration requestTimeout, @Nullable JobProgress last) {
        JobInfo job;
        try {
            job = jobs.get(id).timeout(requestTimeout).execute();
        } catch (NotFoundException | BadRequestException gone) {
            return archived(requestTimeout, last, gone);
        }
        return definition(job) ? run(requestTimeout, job) : job;
    }

    /** What v4 answers for a job: how it was asked for, without a word about how it goes. */
    private static boolean definition(JobInfo job) {
        return job.status() == null && job.progress() == null && job.fileName() == null;
    }

    /** The record of a job of which only the definition is known; the definition while it has not run. */
    private JobInfo run(Duration requestTimeout, JobInfo job) {
        try {
            return history.get(id).timeout(requestTimeout).execute();
        } catch (NotFoundException | BadRequestException notYet) {
            return job;
        }
    }

    private JobInfo archived(Duration requestTimeout, @Nullable JobProgress last, ApiException gone) {
        try {
            return history.get(id).timeout(requestTimeout).execute();
        } catch (NotFoundException | BadRequestException e) {
            e.addSuppressed(gone);
            String seen = last == null ? "" : "; " + JobSight.words(last);
            throw new JobNotFoundException(
                    "There is no job " + id + ", neither among the jobs nor in the history" + seen
                            + "; check the id, and that nobody deleted it",
                    id,
                    last,
                    e);
        }
    }
}
