package io.github.multicloudcx.recording.bulk;

/** What came of one recording. */
public enum RecordingResult {
    /** Done: it is protected, or no longer so. */
    DONE,
    /** There is no recording with this id. */
    NOT_FOUND,
    /** It cannot be the id of a recording; nothing was sent. */
    INVALID_ID,
    /** The user may not do it, or the operation is not there. */
    REFUSED,
    /** The server answered with an error. */
    FAILED,
    /** The request did not leave. */
    NOT_SENT,
    /** The answer was lost: it may have been done. */
    UNKNOWN
}
