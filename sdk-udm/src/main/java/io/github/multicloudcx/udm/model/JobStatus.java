package io.github.multicloudcx.udm.model;

import io.github.multicloudcx.core.internal.check.Require;
import java.util.Locale;
import java.util.Set;

/**
 * Status of an export job. The reference names no status at all, so this type recognises the usual words, whatever their
 * case and whether {@code _}, {@code -} or a blank stands between them. A word that it does not know has no reading: all
 * four readings are false.
 *
 * <ul>
 *   <li>{@link #done()}: COMPLETED, COMPLETE, DONE, FINISHED, SUCCESS, SUCCESSFUL, SUCCEEDED, EXPORTED
 *   <li>{@link #failed()}: FAILED, FAIL, FAILURE, ERROR
 *   <li>{@link #cancelled()}: CANCELLED, CANCELED, ABORTED
 *   <li>{@link #active()}: SCHEDULED, PENDING, QUEUED, WAITING, NEW, CREATED, STARTING, STARTED, RUNNING, PROCESSING,
 *       EXPORTING, IN_PROGRESS, SUSPENDED, PAUSED
 * </ul>
 *
 * <p>User Data Management API v10, models "JobInfo" and "JobProgress".
 *
 * @param value the text on the wire, not blank
 */
public record JobStatus(String value) {
    /** Waits for its time. */
    public static final JobStatus SCHEDULED = new JobStatus("SCHEDULED");

    /** Is being exported. */
    public static final JobStatus RUNNING = new JobStatus("RUNNING");

    /** Stands still until it is resumed. */
    public static final JobStatus SUSPENDED = new JobStatus("SUSPENDED");

    /** Is exported; the file is there. */
    public static final JobStatus COMPLETED = new JobStatus("COMPLETED");

    /** Could not be exported. */
    public static final JobStatus FAILED = new JobStatus("FAILED");

    /** Was cancelled. */
    public static final JobStatus CANCELLED = new JobStatus("CANCELLED");

    private static final Set<String> DONE_WORDS =
            Set.of("COMPLETED", "COMPLETE", "DONE", "FINISHED", "SUCCESS", "SUCCESSFUL", "SUCCEEDED", "EXPORTED");
    private static final Set<String> FAILED_WORDS = Set.of("FAILED", "FAIL", "FAILURE", "ERROR");
    private static final Set<String> CANCELLED_WORDS = Set.of("CANCELLED", "CANCELED", "ABORTED");
    private static final Set<String> ACTIVE_WORDS = Set.of(
            "SCHEDULED",
            "PENDING",
            "QUEUED",
            "WAITING",
            "NEW",
            "CREATED",
            "STARTING",
            "STARTED",
            "RUNNING",
            "PROCESSING",
            "EXPORTING",
            "IN_PROGRESS",
            "SUSPENDED",
            "PAUSED");

    /**
     * Checks the text.
     *
     * @param value the text on the wire, not blank
     */
    public JobStatus {
        Require.text(value, "status");
    }

    /**
     * Tells whether the job is done.
     *
     * @return true for a word that says so
     */
    public boolean done() {
        return DONE_WORDS.contains(word());
    }

    /**
     * Tells whether the job failed.
     *
     * @return true for a word that says so
     */
    public boolean failed() {
        return FAILED_WORDS.contains(word());
    }

    /**
     * Tells whether the job was cancelled.
     *
     * @return true for a word that says so
     */
    public boolean cancelled() {
        return CANCELLED_WORDS.contains(word());
    }

    /**
     * Tells whether the job waits, runs or is suspended.
     *
     * @return true for a word that says so
     */
    public boolean active() {
        return ACTIVE_WORDS.contains(word());
    }

    private String word() {
        return value.strip().toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    }

    /** The text on the wire. */
    @Override
    public String toString() {
        return value;
    }
}
