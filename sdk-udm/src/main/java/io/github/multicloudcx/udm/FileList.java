package io.github.multicloudcx.udm;

import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.udm.model.FileMetadata;
import java.time.Instant;

/**
 * A list of export files.
 *
 * <p>User Data Management API v10, "file-metadatas".
 */
public interface FileList extends ItemList<FileMetadata, FileList> {
    /**
     * Keeps files of a history record.
     *
     * @param id id of the record, not blank
     * @return a copy
     * @throws UnsupportedOperationException when the generation is older than v10
     */
    FileList historyId(String id);

    /**
     * Keeps files of a history record as {@link #historyId(String)} does.
     *
     * @param id 0 or more
     * @return a copy
     * @throws UnsupportedOperationException when the generation is older than v10
     */
    default FileList historyId(long id) {
        return historyId(Long.toString(Require.notNegative(id, "historyId")));
    }

    /**
     * Keeps files of jobs of a title.
     *
     * @param text not blank
     * @return a copy
     */
    FileList jobTitle(String text);

    /**
     * Keeps files of a name.
     *
     * @param text not blank
     * @return a copy
     */
    FileList name(String text);

    /**
     * Keeps files of a type.
     *
     * @param text not blank
     * @return a copy
     */
    FileList type(String text);

    /**
     * Keeps files of a source.
     *
     * @param text not blank
     * @return a copy
     * @throws UnsupportedOperationException when the generation is older than v10
     */
    FileList source(String text);

    /**
     * Keeps files that were uploaded at a time or later, sent as ISO 8601 in UTC.
     *
     * @param time the time
     * @return a copy
     * @throws IllegalArgumentException when it is after the end date
     */
    default FileList startDate(Instant time) {
        return startDate(Require.present(time, "startDate").toString());
    }

    /**
     * Keeps files that were uploaded at a time or later.
     *
     * @param time in the words of the server, because the reference documents no format; sent as it is
     * @return a copy
     * @throws IllegalArgumentException when it is after the end date, as far as both can be read as dates
     */
    FileList startDate(String time);

    /**
     * Keeps files that were uploaded at a time or earlier, sent as ISO 8601 in UTC.
     *
     * @param time the time
     * @return a copy
     * @throws IllegalArgumentException when it is before the start date
     */
    default FileList endDate(Instant time) {
        return endDate(Require.present(time, "endDate").toString());
    }

    /**
     * Keeps files that were uploaded at a time or earlier.
     *
     * @param time in the words of the server, because the reference documents no format; sent as it is
     * @return a copy
     * @throws IllegalArgumentException when it is before the start date, as far as both can be read as dates
     */
    FileList endDate(String time);
}
