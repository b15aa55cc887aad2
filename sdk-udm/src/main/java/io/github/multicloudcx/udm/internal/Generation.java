package io.github.multicloudcx.udm.internal;

import io.github.multicloudcx.core.ApiFamily;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.udm.internal.export.ExportParts;
import io.github.multicloudcx.udm.model.Job;
import java.util.Set;
import java.util.function.Function;

/**
 * What differs between the generations of the API.
 *
 * @param title name for messages
 * @param family where the API is
 * @param jobsPrefix what stands before the paths of jobs and history
 * @param filesPrefix what stands before the paths of everything else
 * @param missingFilters filters that only other generations have
 * @param attachments whether a job can ask for attachments
 * @param newJob how a job is written that is created
 * @param changedJob how a job is written that is changed
 * @param parts how it tells which files are the parts of a job
 */
record Generation(
        String title,
        ApiFamily family,
        String jobsPrefix,
        String filesPrefix,
        Set<String> missingFilters,
        boolean attachments,
        Function<Job, Object> newJob,
        Function<Job, Object> changedJob,
        ExportParts parts) {
    private static final Set<String> FILTERS_OF_V10 = Set.of("source", "bgUpdate", "jobId", "historyId");

    static final Generation UDM_V10 = new Generation(
            "User Data Management v10",
            ApiFamily.UDM,
            "/v10",
            "/v10",
            Set.of(),
            true,
            job -> job,
            job -> job,
            ExportParts.byHistoryId());

    static final Generation UDM_V4 = new Generation(
            "User Data Management v4",
            ApiFamily.UDM,
            "/v4",
            "/v3",
            FILTERS_OF_V10,
            false,
            OlderJob::withoutType,
            OlderJob::withType,
            ExportParts.byName());

    static final Generation DATA_DOWNLOAD = new Generation(
            "Cloud Data Download v4",
            ApiFamily.DATA_DOWNLOAD,
            "/v4",
            "/v3",
            FILTERS_OF_V10,
            false,
            OlderJob::withoutType,
            OlderJob::withoutType,
            ExportParts.byName());

    /** Refuses a filter that servers of this generation ignore: too many records would come, and nobody would know. */
    void checkFilter(String name) {
        if (missingFilters.contains(name)) {
            throw unsupported("the filter " + name);
        }
    }

    /** The body that creates a job. */
    Object created(Job job) {
        return newJob.apply(possible(job));
    }

    /** The body that changes a job. */
    Object changed(Job job) {
        return changedJob.apply(possible(job));
    }

    /** Refuses an export that would come without what was asked for. */
    private Job possible(Job job) {
        Boolean wanted = Require.present(job, "job").jobParams().exportAttachments();
        if (Boolean.TRUE.equals(wanted) && !attachments) {
            throw unsupported("jobParams.exportAttachments");
        }
        return job;
    }

    private UnsupportedOperationException unsupported(String what) {
        return new UnsupportedOperationException(
                title + " does not have " + what + "; User Data Management v10 has it (UdmClient)");
    }

    @Override
    public String toString() {
        return title;
    }
}
