package io.github.multicloudcx.udm.internal;

import io.github.multicloudcx.core.ApiRequest;
import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.udm.ExportHistory;
import io.github.multicloudcx.udm.HistoryList;
import io.github.multicloudcx.udm.model.DeleteResult;
import io.github.multicloudcx.udm.model.JobInfo;
import io.github.multicloudcx.udm.model.JobProgress;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

final class DefaultExportHistory implements ExportHistory {
    private static final String RECORD = "/export/history/{id}";

    private final ExportRequests requests;

    DefaultExportHistory(ExportRequests requests) {
        this.requests = requests;
    }

    @Override
    public HistoryList list() {
        return new DefaultHistoryList(requests, ListQuery.EMPTY);
    }

    @Override
    public Call<JobInfo> get(String id) {
        return OneJob.returning(one(requests.get(RECORD), id), id);
    }

    @Override
    public Call<@Nullable Void> delete(String id) {
        return one(requests.delete(RECORD), id).returningNothing();
    }

    @Override
    public Call<DeleteResult> deleteAll(Collection<?> ids) {
        return BulkDelete.of(requests.delete("/export/history"), "jobIDs", BulkDelete.ids(ids), "ids");
    }

    @Override
    public Call<JobProgress> progress(String id) {
        return one(requests.get(RECORD + "/progress"), id).returning(JobProgress.class);
    }

    private static ApiRequest one(ApiRequest request, String id) {
        return request.path("id", id)
                .advice(404, "there is no history record with this id, or the user lacks the role that shows it");
    }
}
