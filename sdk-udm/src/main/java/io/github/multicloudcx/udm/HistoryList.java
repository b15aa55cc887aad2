package io.github.multicloudcx.udm;

import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.udm.model.JobInfo;

/**
 * A list of history records.
 *
 * <p>User Data Management API v10, "export/history".
 */
public interface HistoryList extends ItemList<JobInfo, HistoryList> {
    /**
     * Keeps records of a job.
     *
     * @param id id of the job, not blank
     * @return a copy
     * @throws UnsupportedOperationException when the generation is older than v10
     */
    HistoryList jobId(String id);

    /**
     * Keeps records of a job as {@link #jobId(String)} does.
     *
     * @param id 0 or more
     * @return a copy
     * @throws UnsupportedOperationException when the generation is older than v10
     */
    default HistoryList jobId(long id) {
        return jobId(Long.toString(Require.notNegative(id, "jobId")));
    }

    /**
     * Keeps records of a title.
     *
     * @param text not blank
     * @return a copy
     */
    HistoryList title(String text);

    /**
     * Keeps records of a kind.
     *
     * @param kind not blank
     * @return a copy
     */
    HistoryList type(String kind);

    /**
     * Keeps records of a source.
     *
     * @param name not blank
     * @return a copy
     * @throws UnsupportedOperationException when the generation is older than v10
     */
    HistoryList source(String name);

    /**
     * Keeps records of a status; the reference lists none, {@code data().jobStatuses()} may.
     *
     * @param text not blank
     * @return a copy
     */
    HistoryList status(String text);

    /**
     * Keeps records of a file.
     *
     * @param name not blank
     * @return a copy
     */
    HistoryList fileName(String name);
}
