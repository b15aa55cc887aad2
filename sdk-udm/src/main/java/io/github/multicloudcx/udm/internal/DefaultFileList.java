package io.github.multicloudcx.udm.internal;

import io.github.multicloudcx.core.Listing;
import io.github.multicloudcx.udm.FileList;
import io.github.multicloudcx.udm.model.FileMetadata;
import java.time.Instant;

final class DefaultFileList extends QueriedList<FileMetadata, FileList> implements FileList {
    DefaultFileList(ExportRequests requests, ListQuery query) {
        super(requests, query);
    }

    @Override
    FileList with(ListQuery changed) {
        return new DefaultFileList(requests, changed);
    }

    @Override
    Listing<FileMetadata> listing() {
        return query.listing(requests.get("/file-metadatas"), FileMetadata.class);
    }

    @Override
    public FileList historyId(String id) {
        return with("historyId", id);
    }

    @Override
    public FileList jobTitle(String text) {
        return with("jobTitle", text);
    }

    @Override
    public FileList name(String text) {
        return with("name", text);
    }

    @Override
    public FileList type(String text) {
        return with("type", text);
    }

    @Override
    public FileList source(String text) {
        return with("source", text);
    }

    @Override
    public FileList startDate(String time) {
        return range(query.with("startDate", time));
    }

    @Override
    public FileList endDate(String time) {
        return range(query.with("endDate", time));
    }

    private FileList range(ListQuery changed) {
        Instant start = Times.parse(changed.get("startDate"));
        Instant end = Times.parse(changed.get("endDate"));
        if (start != null && end != null && end.isBefore(start)) {
            throw new IllegalArgumentException("endDate must not be before startDate");
        }
        return with(changed);
    }
}
