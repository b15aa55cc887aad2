package io.github.multicloudcx.core.update;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.internal.check.Require;
import org.jspecify.annotations.Nullable;

/**
 * A change that cannot be made without undoing what somebody else has done.
 *
 * @param wanted the change
 * @param pointer JSON pointer of what the other changed: the place of the wanted change, or one above it
 * @param found what stands there now, or null when nothing does
 */
public record JsonConflict(
        JsonChange wanted, String pointer, @Nullable JsonNode found) {
    /**
     * Checks.
     *
     * @param wanted the change
     * @param pointer JSON pointer of what the other changed: the place of the wanted change, or one above it
     * @param found what stands there now, or null when nothing does
     */
    public JsonConflict {
        Require.present(wanted, "wanted");
        Require.present(pointer, "pointer");
    }

    /** One line that shows the three values. */
    @Override
    public String toString() {
        String place = pointer.equals(wanted.pointer()) ? "" : pointer + " ";
        return "! " + wanted.pointer() + ": was " + words(wanted.before()) + ", is to be " + words(wanted.after())
                + ", but " + place + "is " + words(found) + " now";
    }

    private static String words(@Nullable JsonNode value) {
        return value == null ? "absent" : value.toString();
    }
}
