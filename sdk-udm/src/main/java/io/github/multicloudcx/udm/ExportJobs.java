package io.github.multicloudcx.udm;

import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.udm.model.DeleteResult;
import io.github.multicloudcx.udm.model.Job;
import io.github.multicloudcx.udm.model.JobInfo;
import java.util.Collection;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Export jobs. Ids are numbers in answers and texts in requests, so both are taken. A 404 can also mean that the user
 * lacks the role that shows the job.
 *
 * <p>User Data Management API v10, "export/jobs".
 */
public interface ExportJobs {
    /**
     * Creates a job; see "Create an export job" ({@code POST /v10/export/jobs}). It is never repeated by itself when it
     * is not known whether the server got it: look into {@link #list()} for the title first.
     *
     * @param job what to export
     * @return the call, whose value has the id
     * @throws UnsupportedOperationException when it asks for attachments and the generation is older than v10
     */
    Call<JobInfo> create(Job job);

    /**
     * Gets a job; see "Get an export job" ({@code GET /v10/export/jobs/{id}}). v4 may answer its definition, which has
     * neither status nor progress nor file: {@link ExportHistory#get(String)} has them.
     *
     * @param id id of the job, not blank
     * @return the call; where the answer has no id, the value has the one that was asked for
     */
    Call<JobInfo> get(String id);

    /**
     * Gets a job as {@link #get(String)} does.
     *
     * @param id 0 or more
     * @return the call
     */
    default Call<JobInfo> get(long id) {
        return get(Long.toString(Require.notNegative(id, "id")));
    }

    /**
     * Changes a job; see "Update an export job" ({@code PUT /v10/export/jobs/{id}}). The definition replaces the old one.
     *
     * @param id id of the job, not blank
     * @param job the whole definition
     * @return the call, whose value is the changed job
     * @throws UnsupportedOperationException when it asks for attachments and the generation is older than v10
     */
    Call<JobInfo> update(String id, Job job);

    /**
     * Changes a job as {@link #update(String, Job)} does.
     *
     * @param id 0 or more
     * @param job the whole definition
     * @return the call, whose value is the changed job
     * @throws UnsupportedOperationException when it asks for attachments and the generation is older than v10
     */
    default Call<JobInfo> update(long id, Job job) {
        return update(Long.toString(Require.notNegative(id, "id")), job);
    }

    /**
     * Deletes a job; see "Delete an export job" ({@code DELETE /v10/export/jobs/{id}}).
     *
     * @param id id of the job, not blank
     * @return the call
     */
    Call<@Nullable Void> delete(String id);

    /**
     * Deletes a job as {@link #delete(String)} does.
     *
     * @param id 0 or more
     * @return the call
     */
    default Call<@Nullable Void> delete(long id) {
        return delete(Long.toString(Require.notNegative(id, "id")));
    }

    /**
     * Deletes several jobs; see "Delete several export jobs" ({@code DELETE /v10/export/jobs}). What the server could not
     * delete is part of the result and no exception.
     *
     * @param ids one or more, as numbers ({@link Long}, {@link Integer}) or as texts, none blank, none with a comma
     * @return the call
     */
    Call<DeleteResult> deleteAll(Collection<?> ids);

    /**
     * Deletes several jobs as {@link #deleteAll(Collection)} does.
     *
     * @param ids one or more, each 0 or more
     * @return the call
     */
    default Call<DeleteResult> deleteAll(long... ids) {
        return deleteAll(LongStream.of(ids)
                .mapToObj(id -> Long.toString(Require.notNegative(id, "each of ids")))
                .toList());
    }

    /**
     * Cancels a job; see "Cancel an export job" ({@code POST /v10/export/jobs/cancel/{id}}). The reference does not call
     * it safe to repeat.
     *
     * @param id id of the job, not blank
     * @return the call
     */
    Call<@Nullable Void> cancel(String id);

    /**
     * Cancels a job as {@link #cancel(String)} does.
     *
     * @param id 0 or more
     * @return the call
     */
    default Call<@Nullable Void> cancel(long id) {
        return cancel(Long.toString(Require.notNegative(id, "id")));
    }

    /**
     * Suspends a job; see "Suspend an export job" ({@code POST /v10/export/jobs/suspend/{id}}). The reference does not
     * call it safe to repeat.
     *
     * @param id id of the job, not blank
     * @return the call, whose value is the suspended job; nothing but its id is known when v4 answers a bare status
     */
    Call<JobInfo> suspend(String id);

    /**
     * Suspends a job as {@link #suspend(String)} does.
     *
     * @param id 0 or more
     * @return the call, whose value is the suspended job
     */
    default Call<JobInfo> suspend(long id) {
        return suspend(Long.toString(Require.notNegative(id, "id")));
    }

    /**
     * Resumes a suspended job; see "Resume an export job" ({@code POST /v10/export/jobs/resume/{id}}). The reference does
     * not call it safe to repeat.
     *
     * @param id id of the job, not blank
     * @return the call, whose value is the resumed job; nothing but its id is known when v4 answers a bare status
     */
    Call<JobInfo> resume(String id);

    /**
     * Resumes a suspended job as {@link #resume(String)} does.
     *
     * @param id 0 or more
     * @return the call, whose value is the resumed job
     */
    default Call<JobInfo> resume(long id) {
        return resume(Long.toString(Require.notNegative(id, "id")));
    }

    /**
     * Lists jobs; see "List export jobs" ({@code GET /v10/export/jobs}). An empty list can mean that the user lacks the
     * role that shows jobs.
     *
     * @return the list, to be filtered and sorted
     */
    JobList list();

    /**
     * Waits for the end of a job that runs once. A repeated job never ends; its runs are jobs of their own.
     *
     * @param id id of the job, not blank
     * @return the waiter
     */
    JobWaiter await(String id);

    /**
     * Waits for the end of a job as {@link #await(String)} does.
     *
     * @param id 0 or more
     * @return the waiter
     */
    default JobWaiter await(long id) {
        return await(Long.toString(Require.notNegative(id, "id")));
    }
}
