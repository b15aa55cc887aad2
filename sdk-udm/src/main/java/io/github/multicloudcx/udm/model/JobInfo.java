package io.github.multicloudcx.udm.model;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.udm.internal.Copies;
import io.github.multicloudcx.udm.internal.FlagOrNull;
import io.github.multicloudcx.udm.internal.JobDraft;
import io.github.multicloudcx.udm.internal.JobStatusText;
import io.github.multicloudcx.udm.internal.Times;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An export job, or the record of one in the history. The reference requires no field, so each may be null.
 *
 * <p>v4 may answer the definition of a job in place of its record: then there are {@code timeFrame},
 * {@code schedulerParam}, {@code jobParams} and {@code suspended}, and no status, progress or file. What a definition says
 * about the range, the media, the split size and the attachments stands in the fields of the record too.
 *
 * <p>User Data Management API v10, model "JobInfo"; v4, models "JobInfo" and, without a name, the stored definition.
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
 * @param timeFrame range of the exported data, in a definition
 * @param schedulerParam when it runs, in a definition
 * @param jobParams what is exported, in a definition
 * @param suspended whether it waits until it is resumed, in a definition; read from a boolean or a text
 */
public record JobInfo(
        @Nullable Long id,
        @Nullable String type,
        @Nullable String source,
        @Nullable String title,
        @Nullable String fileSplitSize,
        @JsonAlias("filename") @Nullable String fileName,
        @Nullable Long fileSize,

        @JsonDeserialize(using = JobStatusText.class) @Nullable
        String status,

        @Nullable String createdDate,
        @Nullable String dateFrom,
        @Nullable String dateTo,
        @Nullable String description,
        List<String> media,
        @Nullable Integer progress,
        @Nullable Long parentId,
        @Nullable Boolean exportAttachments,
        @Nullable TimeFrame timeFrame,
        @Nullable SchedulerParam schedulerParam,
        @Nullable UcsJobParams jobParams,
        @JsonDeserialize(using = FlagOrNull.class) @Nullable Boolean suspended) {
    /**
     * Copies the media, and takes what the record lacks from the definition.
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
     * @param timeFrame range of the exported data, in a definition
     * @param schedulerParam when it runs, in a definition
     * @param jobParams what is exported, in a definition
     * @param suspended whether it waits until it is resumed, in a definition; read from a boolean or a text
     */
    public JobInfo {
        media = Copies.of(media);
        if (timeFrame != null) {
            dateFrom = own(dateFrom, timeFrame.dateFrom());
            dateTo = own(dateTo, timeFrame.dateTo());
        }
        if (jobParams != null) {
            media = media.isEmpty() ? jobParams.media() : media;
            fileSplitSize = own(fileSplitSize, jobParams.fileSplitSize());
            exportAttachments = own(exportAttachments, jobParams.exportAttachments());
        }
    }

    private static <T> @Nullable T own(@Nullable T recorded, @Nullable T defined) {
        return recorded == null ? defined : recorded;
    }

    /**
     * A job of which only id, status and file are known; for fakes and tests.
     *
     * @param id id of the job
     * @param status status, or null
     * @param fileName name of the export file, or null
     */
    public JobInfo(long id, @Nullable String status, @Nullable String fileName) {
        this(
                id, null, null, null, null, fileName, null, status, null, null, null, null, List.of(), null, null, null,
                null, null, null, null);
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

    /**
     * Begins a job like this one: title, source, type, description, time frame, media, split size and attachments, and of
     * the definition what the server told.
     *
     * <p>{@link Job.Builder#build()} names what is still missing. v10 tells neither the schedule nor the entity of a job;
     * v4 does not tell its type. Media that the server does not name become an empty list.
     *
     * @return a builder
     */
    public Job.Builder toJob() {
        return JobDraft.of(this, null);
    }

    /**
     * Begins a job like this one for an entity; otherwise as {@link #toJob()}.
     *
     * @param entity {@code jobParams.type}, for example {@code Contact}; not blank
     * @return a builder
     */
    public Job.Builder toJob(String entity) {
        return JobDraft.of(this, Require.text(entity, "entity"));
    }

    /**
     * Sets the id.
     *
     * @param number id of the job, 0 or more
     * @return a copy
     */
    public JobInfo withId(long number) {
        return new JobInfo(
                Require.notNegative(number, "id"),
                type,
                source,
                title,
                fileSplitSize,
                fileName,
                fileSize,
                status,
                createdDate,
                dateFrom,
                dateTo,
                description,
                media,
                progress,
                parentId,
                exportAttachments,
                timeFrame,
                schedulerParam,
                jobParams,
                suspended);
    }
}
