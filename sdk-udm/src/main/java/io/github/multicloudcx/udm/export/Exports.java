package io.github.multicloudcx.udm.export;

import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.udm.model.Job;

/**
 * Exports in one call: create the job, wait for it, download every part, verify, decrypt, hand over the records.
 *
 * <pre>{@code
 * ExportSummary summary = udm.exports()
 *         .run(job)
 *         .to(Path.of("exports"))
 *         .name("contacts-2026-01-05")
 *         .decryptWith(key)
 *         .deliverTo(record -> store(record.fields()))
 *         .execute();
 * }</pre>
 */
public interface Exports {
    /**
     * Describes an export that begins with a job to be created. However often it is executed under the same name, the job
     * is created once.
     *
     * @param job what to export; not a repeated job, which never ends: its runs are jobs of their own
     * @return the export; {@link ExportRun#to} is still needed
     * @throws IllegalArgumentException when the job is a repeated one
     */
    ExportRun run(Job job);

    /**
     * Describes an export of a job that exists, such as a run of a repeated job.
     *
     * @param jobId id of the job, not blank
     * @return the export; {@link ExportRun#to} is still needed
     */
    ExportRun run(String jobId);

    /**
     * Describes an export of a job that exists as {@link #run(String)} does.
     *
     * @param jobId 0 or more
     * @return the export
     */
    default ExportRun run(long jobId) {
        return run(Long.toString(Require.notNegative(jobId, "jobId")));
    }
}
