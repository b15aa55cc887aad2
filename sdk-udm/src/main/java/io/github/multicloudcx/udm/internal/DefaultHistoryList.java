package io.github.multicloudcx.udm.internal;

import io.github.multicloudcx.core.Listing;
import io.github.multicloudcx.udm.HistoryList;
import io.github.multicloudcx.udm.model.JobInfo;

final class DefaultHistoryList extends QueriedList<JobInfo, HistoryList> implements HistoryList {
    DefaultHistoryList(ExportRequests requests, ListQuery query) {
        super(requests, query);
    }

    @Override
    HistoryList with(ListQuery changed) {
        return new DefaultHistoryList(requests, changed);
    }

    @Override
    Listing<JobInfo> listing() {
        return query.listing(requests.get("/export/history"), JobInfo.class);
    }

    @Override
    public HistoryList jobId(String id) {
        return with("jobId", id);
    }

    @Override
    public HistoryList title(String text) {
        return with("title", text);
    }

    @Override
    public HistoryList type(String kind) {
        return with("type", kind);
    }

    @Override
    public HistoryList source(String name) {
        return with("source", name);
    }

    @Override
    public HistoryList status(String text) {
        return with("status", text);
    }

    @Override
    public HistoryList fileName(String name) {
        return with("fileName", name);
    }
}
