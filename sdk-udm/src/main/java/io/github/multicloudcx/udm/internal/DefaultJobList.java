package io.github.multicloudcx.udm.internal;

import io.github.multicloudcx.core.Listing;
import io.github.multicloudcx.udm.JobList;
import io.github.multicloudcx.udm.model.JobInfo;

final class DefaultJobList extends QueriedList<JobInfo, JobList> implements JobList {
    DefaultJobList(ExportRequests requests, ListQuery query) {
        super(requests, query);
    }

    @Override
    JobList with(ListQuery changed) {
        return new DefaultJobList(requests, changed);
    }

    @Override
    Listing<JobInfo> listing() {
        return query.listing(requests.get("/export/jobs"), JobInfo.class);
    }

    @Override
    public JobList title(String text) {
        return with("title", text);
    }

    @Override
    public JobList type(String kind) {
        return with("type", kind);
    }

    @Override
    public JobList source(String name) {
        return with("source", name);
    }

    @Override
    public JobList scheduleType(String kind) {
        return with("scheduleType", kind);
    }

    @Override
    public JobList suspended(boolean which) {
        return with("suspend", Boolean.toString(which));
    }
}
