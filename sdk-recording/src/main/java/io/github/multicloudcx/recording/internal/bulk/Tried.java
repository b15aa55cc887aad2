package io.github.multicloudcx.recording.internal.bulk;

import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.recording.bulk.RecordingOutcome;
import org.jspecify.annotations.Nullable;

/**
 * One try of one id.
 *
 * @param outcome what came of it
 * @param failure why it is not done, or null
 * @param sign what it says of the others
 * @param again whether another try may do better
 */
record Tried(RecordingOutcome outcome, @Nullable CxException failure, Sign sign, boolean again) {
    /** What a try says of the ids to come. */
    enum Sign {
        /** Nothing was sent. */
        NONE,
        /** The service works. */
        WORKS,
        /** The service works, and failed over this id, which may be for the sake of the id alone. */
        FAILED,
        /** No answer of the service: many of them are an outage. */
        SILENT,
        /** The user may not: no other id would fare better. */
        HOPELESS
    }
}
