package io.github.multicloudcx.udm;

import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.Download;
import io.github.multicloudcx.udm.model.DeleteResult;
import io.github.multicloudcx.udm.model.FileLinks;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Export files: a zip inside an S/MIME message that is encrypted for the uploaded certificate. They are kept for 30 days.
 *
 * <p>User Data Management API v10, "files" and "file-metadatas".
 */
public interface ExportFiles {
    /**
     * Lists files; see "List file metadata" ({@code GET /v10/file-metadatas}). An empty list can mean that the user lacks
     * the role that shows files.
     *
     * @return the list, to be filtered and sorted
     */
    FileList list();

    /**
     * Gets links to files; see "Get download links" ({@code GET /v10/files}). Files that are missing are part of the
     * result where the server names them; where it does not, it is a
     * {@link io.github.multicloudcx.core.error.NotFoundException}.
     *
     * @param names 1 to 100 file names, none blank, none with a comma
     * @return the call; its value holds secrets: whoever has a link has the file
     */
    Call<FileLinks> links(Collection<String> names);

    /**
     * Downloads a file; see "Download a file" ({@code GET /v10/files/{filename}}). The server redirects to a storage on
     * another origin, to which neither API key nor token are sent.
     *
     * @param name file name, for example {@code JobInfo.fileName()}
     * @return the download
     * @throws IllegalArgumentException when there is no name, which is so until the job is done
     */
    Download download(@Nullable String name);

    /**
     * Deletes a file; see "Delete a file" ({@code DELETE /v10/files/{filename}}).
     *
     * @param name file name, not blank
     * @return the call
     */
    Call<@Nullable Void> delete(String name);

    /**
     * Deletes several files; see "Delete several files" ({@code DELETE /v10/files}). What the server could not delete is
     * part of the result and no exception.
     *
     * @param names one or more, none blank, none with a comma
     * @return the call
     */
    Call<DeleteResult> deleteAll(Collection<String> names);
}
