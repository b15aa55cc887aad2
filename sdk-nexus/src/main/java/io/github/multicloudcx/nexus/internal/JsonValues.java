package io.github.multicloudcx.nexus.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.multicloudcx.core.internal.check.Require;
import org.jspecify.annotations.Nullable;

/** Open JSON that callers give, and readings of what servers send. */
public final class JsonValues {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private JsonValues() {}

    /** A text; numbers and booleans as they are written, null for all else and for a blank one. */
    public static @Nullable String text(JsonNode value) {
        boolean there =
                value.isValueNode() && !value.isNull() && !value.asText().isBlank();
        return there ? value.asText() : null;
    }

    /** The value as JSON, a copy of its own. */
    public static JsonNode of(@Nullable Object value, String name) {
        Object given = Require.present(value, name);
        if (given instanceof JsonNode node) {
            return node.deepCopy();
        }
        try {
            return MAPPER.valueToTree(given);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    name + " of type " + given.getClass().getName() + " cannot be written as JSON", e);
        }
    }
}
