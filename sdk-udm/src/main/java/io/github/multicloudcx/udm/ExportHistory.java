package io.github.multicloudcx.udm;

import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.udm.model.DeleteResult;
import io.github.multicloudcx.udm.model.JobInfo;
import io.github.multicloudcx.udm.model.JobProgress;
import java.util.Collection;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Records of past and running exports. A 404 can also mean that the user lacks the role that shows the record.
 *
 * <p>User Data Management API v10, "export/history".
 */
public interface ExportHistory {
    /**
     * Lists records; see "List export history records" ({@code GET /v10/export/history}). An empty list can mean that the
     * user lacks the role that shows records.
     *
     * @return the list, to be filtered and sorted
     */
    HistoryList list();

    /**
     * Gets a record; see "Get a history record" ({@code GET /v10/export/history/{id}}).
     *
     * @param id id of the job, not blank
     * @return the call
     */
    Call<JobInfo> get(String id);

    /**
     * Gets a record as {@link #get(String)} does.
     *
     * @param id 0 or more
     * @return the call
     */
    default Call<JobInfo> get(long id) {
        return get(Long.toString(Require.notNegative(id, "id")));
    }

    /**
     * Deletes a record; see "Delete a history record" ({@code DELETE /v10/export/history/{id}}).
     *
     * @param id id of the job, not blank
     * @return the call
     */
    Call<@Nullable Void> delete(String id);

    /**
     * Deletes a record as {@link #delete(String)} does.
     *
     * @param id 0 or more
     * @return the call
     */
    default Call<@Nullable Void> delete(long id) {
        return delete(Long.toString(Require.notNegative(id, "id")));
    }

    /**
     * Deletes several records; see "Delete several history records" ({@code DELETE /v10/export/history}). What the server
     * could not delete is part of the result and no exception.
     *
     * @param ids one or more, as numbers ({@link Long}, {@link Integer}) or as texts, none blank, none with a comma
     * @return the call
     */
    Call<DeleteResult> deleteAll(Collection<?> ids);

    /**
     * Deletes several records as {@link #deleteAll(Collection)} does.
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
     * Gets the progress of an export; see "Get job progress" ({@code GET /v10/export/history/{id}/progress}).
     *
     * @param id id of the job, not blank
     * @return the call
     */
    Call<JobProgress> progress(String id);

    /**
     * Gets the progress of an export as {@link #progress(String)} does.
     *
     * @param id 0 or more
     * @return the call
     */
    default Call<JobProgress> progress(long id) {
        return progress(Long.toString(Require.notNegative(id, "id")));
    }
}
