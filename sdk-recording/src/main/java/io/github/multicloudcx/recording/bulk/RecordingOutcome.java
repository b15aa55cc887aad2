package io.github.multicloudcx.recording.bulk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The outcome for one recording.
 *
 * @param recordingId its id as it was given
 * @param result what came of it
 * @param status HTTP status, or null when there was no answer
 * @param statusCode code in the answer, or null when there was none
 * @param detail one line that says why it is not done, or null
 * @param time when it was known
 */
public record RecordingOutcome(
        String recordingId,
        RecordingResult result,
        @Nullable Integer status,
        @Nullable String statusCode,
        @Nullable String detail,
        Instant time) {
    /**
     * Tells whether it is done.
     *
     * @return true when the server said so
     */
    public boolean done() {
        return result == RecordingResult.DONE;
    }
}
