package io.github.multicloudcx.recording.internal;

import io.github.multicloudcx.core.internal.check.Require;
import org.jspecify.annotations.Nullable;

/** What can be the id of a recording. */
public final class RecordingIds {
    private RecordingIds() {}

    /** The id, checked. */
    public static String check(@Nullable String value) {
        String id = Require.segment(value, "recordingId");
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)) {
                throw new IllegalArgumentException(
                        "recordingId has white space or a control character at position " + i + "; remove it");
            }
        }
        return id;
    }
}
