package io.github.multicloudcx.core.update;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.internal.check.Require;
import org.jspecify.annotations.Nullable;

/**
 * One value of a JSON document that is to be added, replaced or removed.
 *
 * @param pointer JSON pointer of the place (RFC 6901); empty for the whole document
 * @param before what stood there, or null when nothing did
 * @param after what is to stand there, or null when nothing is
 */
public record JsonChange(
        String pointer, @Nullable JsonNode before, @Nullable JsonNode after) {
    /**
     * Checks.
     *
     * @param pointer JSON pointer of the place (RFC 6901); empty for the whole document
     * @param before what stood there, or null when nothing did
     * @param after what is to stand there, or null when nothing is
     */
    public JsonChange {
        Require.present(pointer, "pointer");
    }

    /**
     * Tells whether it changes anything.
     *
     * @return false when before and after are the same; 1 and 1.0 are
     */
    public boolean effective() {
        return !JsonValues.same(before, after);
    }

    JsonChange reversed() {
        return new JsonChange(pointer, after, before);
    }

    /** One line of a diff, such as {@code ~ /routing/maxWaitTime: 300 -> 600}; it shows the values. */
    @Override
    public String toString() {
        if (before == null) {
            return "+ " + pointer + ": " + after;
        }
        return after == null ? "- " + pointer + ": " + before : "~ " + pointer + ": " + before + " -> " + after;
    }
}
