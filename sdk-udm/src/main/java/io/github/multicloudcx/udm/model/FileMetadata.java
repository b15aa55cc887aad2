package io.github.multicloudcx.udm.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.internal.check.Require;
import org.jspecify.annotations.Nullable;

/**
 * What the server tells about an export file. The reference does not show one, so the JSON is here as it came. The
 * accessors read the fields by whose names the list can be filtered; a server may use others.
 *
 * <p>User Data Management API v10, "file-metadatas".
 *
 * @param json the item of the list
 */
public record FileMetadata(@JsonValue JsonNode json) {
    /**
     * Checks that there is an item.
     *
     * @param json the item of the list
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FileMetadata {
        Require.present(json, "json");
    }

    /**
     * Returns the file name.
     *
     * @return field {@code name}, or null
     */
    public @Nullable String name() {
        return text("name");
    }

    /**
     * Returns the history record that the file belongs to.
     *
     * @return field {@code historyId} as text, or null
     */
    public @Nullable String historyId() {
        return text("historyId");
    }

    /**
     * Returns the title of the job.
     *
     * @return field {@code jobTitle}, or null
     */
    public @Nullable String jobTitle() {
        return text("jobTitle");
    }

    /**
     * Returns the type.
     *
     * @return field {@code type}, or null
     */
    public @Nullable String type() {
        return text("type");
    }

    /**
     * Returns the source of the data.
     *
     * @return field {@code source}, or null
     */
    public @Nullable String source() {
        return text("source");
    }

    private @Nullable String text(String field) {
        JsonNode value = json.path(field);
        return value.isValueNode() && !value.isNull() ? value.asText() : null;
    }
}
