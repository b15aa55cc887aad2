package io.github.multicloudcx.udm.model;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.github.multicloudcx.udm.internal.Copies;
import io.github.multicloudcx.udm.internal.TextOrNull;
import io.github.multicloudcx.udm.internal.Times;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An export job, or the record of one in the history. The reference requires no field, so each may be null.
 *
 * <p>User Data Management API v10, model "JobInfo".
 *
 * @param id id of the job
 * @param type kind of the job, for example {@code UCS}
 * @param source source of the data
 * @param title title
 * @param fileSplitSize size of one part of a split export; the unit is not documented
 * @param fileName name of the export file; null or empty until the job is done
 * @param fileSize bytes of the export file
 * @param status status; {@link #jobStatus()} reads it
 * @param createdDate when the job was made; {@link #createdAt()} reads it
 * @param dateFrom begin of the exported range; {@link #rangeStart()} reads it
 * @param dateTo end of the exported range; {@link #rangeEnd()} reads it
 * @param description description
 * @param media exported media; empty when the server names none
 * @param progress percent, 0 to 100
 * @param parentId id of the job whose schedule started this one
 * @param exportAttachments whether attachments are exported too
 */
public record JobInfo(
        @Nullable Long id,
        @Nullable String type,
        @Nullable String source,
        @Nullable String title,
        @Nullable String fileSplitSize,
        @JsonAlias("filename") @Nullable String fileName,
        @Nullable Long fileSize,
        @JsonDeserialize(using = TextOrNull.class) @Nullable String status,
        @Nullable String createdDate,
        @Nullable String dateFrom,
        @Nullable String dateTo,
        @Nullable String description,
        List<String> media,
        @Nullable Integer progress,
        @Nullable Long parentId,
        @Nullable Boolean exportAttachments) {
    /**
     * Copies the media.
     *
     * @param id id of the job
     * @param type kind of the job, for example {@code UCS}
     * @param source source of the data
     * @param title title
     * @param fileSplitSize size of one part of a split export; the unit is not documented
     * @param fileName name of the export file; null or empty until the job is done
     * @param fileSize bytes of the export file
     * @param status status; {@link #jobStatus()} reads it
     * @param createdDate when the job was made; {@link #createdAt()} reads it
     * @param dateFrom begin of the exported range; {@link #rangeStart()} reads it
     * @param dateTo end of the exported range; {@link #rangeEnd()} reads it
     * @param description description
     * @param media exported media; empty when the server names none
     * @param progress percent, 0 to 100
     * @param parentId id of the job whose schedule started this one
     * @param exportAttachments whether attachments are exported too
     */
    public JobInfo {
        media = Copies.of(media);
    }

    /**
     * A job of which only id, status and file are known; for fakes and tests.
     *
     * @param id id of the job
     * @param status status, or null
     * @param fileName name of the export file, or null
     */
    public JobInfo(long id, @Nullable String status, @Nullable String fileName) {
        this(id, null, null, null, null, fileName, null, status, null, null, null, null, List.of(), null, null, null);
    }

    /**
     * Reads the status.
     *
     * @return the status, or null when the server gave none
     */
    public @Nullable JobStatus jobStatus() {
        return status == null || status.isBlank() ? null : new JobStatus(status);
    }

    /**
     * Reads {@link #createdDate()}: ISO 8601, a blank in place of the T, or milliseconds since 1970; UTC without a zone.
     *
     * @return the instant, or null when it is absent or of another form
     */
    public @Nullable Instant createdAt() {
        return Times.parse(createdDate);
    }

    /**
     * Reads {@link #dateFrom()} as {@link #createdAt()} does.
     *
     * @return the instant, or null when it is absent or of another form
     */
    public @Nullable Instant rangeStart() {
        return Times.parse(dateFrom);
    }

    /**
     * Reads {@link #dateTo()} as {@link #createdAt()} does.
     *
     * @return the instant, or null when it is absent or of another form
     */
    public @Nullable Instant rangeEnd() {
        return Times.parse(dateTo);
    }
}
