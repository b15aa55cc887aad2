package io.github.multicloudcx.sandbox;

/** Which documents the zip of an export holds. Contacts are {@code Contact-<job id>.json} in any layout. */
public enum ExportLayout {
    /** That of the service through which the job was made. */
    AUTOMATIC,
    /** User Data Management: a document per interaction, and one more per attachment. */
    UDM,
    /**
     * Cloud Data Download: all interactions in {@code Interaction-<job id>.json}, one per line, and all attachments in
     * {@code Interaction-Attachment-<job id>.json}.
     */
    DATA_DOWNLOAD
}
