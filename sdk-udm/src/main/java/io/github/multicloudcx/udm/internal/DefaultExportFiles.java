package io.github.multicloudcx.udm.internal;

import io.github.multicloudcx.core.ApiRequest;
import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.Download;
import io.github.multicloudcx.core.error.ApiException;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.udm.ExportFiles;
import io.github.multicloudcx.udm.FileList;
import io.github.multicloudcx.udm.model.DeleteResult;
import io.github.multicloudcx.udm.model.FileLinks;
import io.github.multicloudcx.udm.model.PreSignedUri;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class DefaultExportFiles implements ExportFiles {
    private static final String FILE = "/files/{filename}";
    private static final int MOST_LINKS = 100;
    private static final String GONE =
            "files are kept for 30 days; or the name is wrong, or the user lacks the role that shows it";

    private final ExportRequests requests;

    DefaultExportFiles(ExportRequests requests) {
        this.requests = requests;
    }

    @Override
    public FileList list() {
        return new DefaultFileList(requests, ListQuery.EMPTY);
    }

    @Override
    public Call<FileLinks> links(Collection<String> names) {
        List<String> files = Require.texts(names, "names");
        if (files.size() > MOST_LINKS) {
            throw new IllegalArgumentException(
                    "names must name at most " + MOST_LINKS + " files at a time, not " + files.size());
        }
        return requests.get("/files")
                .query("filename", files)
                .advice(404, "one of the files is not there: " + GONE)
                .returningOneOrMany(PreSignedUri.class)
                .map(links -> new FileLinks(links, List.of()))
                .recover(DefaultExportFiles::missing);
    }

    private static @Nullable FileLinks missing(ApiException e) {
        return e.status() == 404 && !e.unprocessed().isEmpty()
                ? new FileLinks(List.of(), Leftovers.names(e.unprocessed()))
                : null;
    }

    @Override
    public Download download(@Nullable String name) {
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("name is required; a job has no file name until it is done");
        }
        return one(requests.get(FILE), name).download();
    }

    @Override
    public Call<@Nullable Void> delete(String name) {
        return one(requests.delete(FILE), name).returningNothing();
    }

    @Override
    public Call<DeleteResult> deleteAll(Collection<String> names) {
        return BulkDelete.of(requests.delete("/files"), "filename", names, "names");
    }

    private static ApiRequest one(ApiRequest request, String name) {
        return request.path("filename", name).advice(404, "there is no file of this name: " + GONE);
    }
}
