package io.github.multicloudcx.udm.internal;

import io.github.multicloudcx.core.ApiRequest;
import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.udm.ExportHistory;
import io.github.multicloudcx.udm.ExportJobs;
import io.github.multicloudcx.udm.JobList;
import io.github.multicloudcx.udm.JobWaiter;
import io.github.multicloudcx.udm.model.DeleteResult;
import io.github.multicloudcx.udm.model.Job;
import io.github.multicloudcx.udm.model.JobInfo;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

final class DefaultExportJobs implements ExportJobs {
    private static final String JOB = "/export/jobs/{id}";

    private final ExportRequests requests;
    private final ExportHistory history;
    private final CxClient cx;

    DefaultExportJobs(ExportRequests requests, ExportHistory history, CxClient cx) {
        this.requests = requests;
        this.history = history;
        this.cx = cx;
    }

    @Override
    public Call<JobInfo> create(Job job) {
        return requests.post("/export/jobs")
                .json(requests.generation().created(job))
                .advice(400, "check the job, and that a certificate has been uploaded")
                .returning(JobInfo.class);
    }

    @Override
    public Call<JobInfo> get(String id) {
        return OneJob.returning(one(requests.get(JOB), id), id);
    }

    @Override
    public Call<JobInfo> update(String id, Job job) {
        ApiRequest change =
                one(requests.put(JOB), id).json(requests.generation().changed(job));
        return OneJob.returning(change, id);
    }

    @Override
    public Call<@Nullable Void> delete(String id) {
        return one(requests.delete(JOB), id).returningNothing();
    }

    @Override
    public Call<DeleteResult> deleteAll(Collection<?> ids) {
        return BulkDelete.of(requests.delete("/export/jobs"), "jobIDs", BulkDelete.ids(ids), "ids");
    }

    @Override
    public Call<@Nullable Void> cancel(String id) {
        return one(requests.post("/export/jobs/cancel/{id}"), id).returningNothing();
    }

    @Override
    public Call<JobInfo> suspend(String id) {
        return OneJob.returning(one(requests.post("/export/jobs/suspend/{id}"), id), id);
    }

    @Override
    public Call<JobInfo> resume(String id) {
        return OneJob.returning(one(requests.post("/export/jobs/resume/{id}"), id), id);
    }

    @Override
    public JobList list() {
        return new DefaultJobList(requests, ListQuery.EMPTY);
    }

    @Override
    public JobWaiter await(String id) {
        return new PollingWaiter(
                new JobLook(this, history, Require.segment(id, "id")),
                cx.timeSource(),
                cx::executeAsync,
                PollingWaiter.Options.DEFAULT);
    }

    private static ApiRequest one(ApiRequest request, String id) {
        return request.path("id", id)
                .advice(404, "there is no job with this id, or the user lacks the role that shows it");
    }
}
