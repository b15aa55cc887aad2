package io.github.multicloudcx.udm.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.internal.check.Require;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A lookup list. The reference does not show what v10 answers, so the JSON is here as it came, and beside it the models
 * of v3 for answers that look like them: arrays of objects with their fields. A reading that does not fit is empty.
 *
 * <p>User Data Management API v10, "data/..." and "resources/labels".
 *
 * @param json the answer; a missing node when there was nothing to list
 */
public record LookupList(JsonNode json) {
    /**
     * Checks that there is an answer.
     *
     * @param json the answer; a missing node when there was nothing to list
     */
    public LookupList {
        Require.present(json, "json");
    }

    /**
     * Tells whether there is anything in it.
     *
     * @return false for {@code {}}, {@code []} and no answer
     */
    public boolean hasContent() {
        return !json.isEmpty();
    }

    /**
     * Reads labelled values, as v3 answers for sources and job statuses.
     *
     * @return the values; empty when some element has no {@code value}
     */
    public List<KeyValueItem> keyValues() {
        return read("value", item -> new KeyValueItem(text(item, "label"), text(item, "value")));
    }

    /**
     * Reads data types, as v3 answers for types.
     *
     * @return the types; empty when some element has no {@code name}
     */
    public List<DataType> dataTypes() {
        return read("name", item -> new DataType(text(item, "name"), text(item, "source")));
    }

    /**
     * Reads entities, as v3 answers for sub-types.
     *
     * @return the entities; empty when some element has no {@code name}
     */
    public List<SubType> subTypes() {
        return read("name", LookupList::subType);
    }

    private static SubType subType(JsonNode item) {
        JsonNode enabled = item.path("enabled");
        return new SubType(
                text(item, "name"),
                text(item, "displayName"),
                text(item, "source"),
                text(item, "dataType"),
                enabled.isBoolean() ? Boolean.valueOf(enabled.booleanValue()) : null);
    }

    private <T> List<T> read(String field, Function<JsonNode, T> reading) {
        List<T> items = new ArrayList<>();
        for (JsonNode item : json.isArray() ? json : Collections.<JsonNode>emptyList()) {
            if (!item.isObject() || text(item, field) == null) {
                return List.of();
            }
            items.add(reading.apply(item));
        }
        return Collections.unmodifiableList(items);
    }

    private static @Nullable String text(JsonNode item, String field) {
        JsonNode value = item.path(field);
        return value.isValueNode() && !value.isNull() ? value.asText() : null;
    }
}
