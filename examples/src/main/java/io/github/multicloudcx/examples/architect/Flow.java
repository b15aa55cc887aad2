package io.github.multicloudcx.examples.architect;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A flow of Architect. Its settings are open JSON, numbers with all their digits.
 *
 * @param id id of the flow
 * @param name its name
 * @param description what it is for
 * @param version grows with each change; optimistic locking goes by it
 * @param createdDate ISO 8601
 * @param modifiedDate ISO 8601
 * @param settings null when the server did not return them
 */
public record Flow(
        @Nullable String id,
        @Nullable String name,
        @Nullable String description,
        @Nullable Integer version,
        @Nullable String createdDate,
        @Nullable String modifiedDate,
        @Nullable JsonNode settings) {
    /** When it was made, or null when the server did not say. */
    public @Nullable Instant createdAt() {
        return createdDate == null ? null : Instant.parse(createdDate);
    }

    /** When it was changed last, or null when the server did not say. */
    public @Nullable Instant modifiedAt() {
        return modifiedDate == null ? null : Instant.parse(modifiedDate);
    }

    /** The free-form entries of {@code settings.configurationMatrix}; empty when there are none. */
    public Map<String, JsonNode> configurationMatrix() {
        Map<String, JsonNode> entries = new LinkedHashMap<>();
        if (settings != null) {
            settings.path("configurationMatrix")
                    .properties()
                    .forEach(entry -> entries.put(entry.getKey(), entry.getValue()));
        }
        return entries;
    }

    /** The same flow with the settings of the JSON that it was read from. */
    Flow exactly(JsonNode entity) {
        return new Flow(id, name, description, version, createdDate, modifiedDate, entity.get("settings"));
    }

    /** Leaves the settings out, which may be long or hold secrets. */
    @Override
    public String toString() {
        return "Flow[id=" + id + ", name=" + name + ", version=" + version + "]";
    }
}
