package io.github.multicloudcx.udm;

import io.github.multicloudcx.udm.model.JobInfo;

/**
 * A list of export jobs.
 *
 * <p>User Data Management API v10, "export/jobs".
 */
public interface JobList extends ItemList<JobInfo, JobList> {
    /**
     * Keeps jobs of a title.
     *
     * @param text not blank
     * @return a copy
     */
    JobList title(String text);

    /**
     * Keeps jobs of a kind.
     *
     * @param kind not blank
     * @return a copy
     */
    JobList type(String kind);

    /**
     * Keeps jobs of a source.
     *
     * @param name not blank
     * @return a copy
     * @throws UnsupportedOperationException when the generation is older than v10
     */
    JobList source(String name);

    /**
     * Keeps jobs of a kind of schedule; the reference lists none.
     *
     * @param kind not blank
     * @return a copy
     */
    JobList scheduleType(String kind);

    /**
     * Keeps suspended jobs, or those that are not; sent as {@code suspend}.
     *
     * @param which true for suspended ones
     * @return a copy
     */
    JobList suspended(boolean which);
}
