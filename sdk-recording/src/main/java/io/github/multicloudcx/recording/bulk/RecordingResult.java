package io.github.multicloudcx.recording.bulk;

/** What came of one recording. */
public enum RecordingResult {
    /** Done: it is protected, or no longer so. */
    DONE,
    /** There is no recording with this id. */
    NOT_FOUND,
    /** It cannot be the id of a recording; nothing was sent. */
    INVALID_ID,
    /** The user may not do it. */
    REFUSED,
    /** The service answered with an error. */
    FAILED,
    /** The request did not leave. */
    NOT_SENT,
    /** An answer was lost, now or in an earlier try: it may have been done. */
    UNKNOWN
}
