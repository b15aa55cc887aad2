package io.github.multicloudcx.statistics.model;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.statistics.internal.DefinitionValues;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Definition of a statistic that is made up: what Stat Server calls a stat type, written as JSON. {@link #builder()} makes
 * one. The reference shows one sample and says neither which keys there are nor which are required, so no value is ever
 * refused for being unknown, and {@code with(key, value)} sets any other key. Two definitions are equal when they hold the
 * same keys and values, in whatever order.
 *
 * <p>Statistics API v3, "Subscribe", field {@code definition}.
 */
public final class StatisticDefinition {
    private final Map<String, JsonNode> values;

    StatisticDefinition(Map<String, JsonNode> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("definition is required and must hold something, mostly a category");
        }
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * Begins a definition.
     *
     * @return a builder
     */
    public static StatisticDefinitionBuilder builder() {
        return new StatisticDefinitionBuilder(Map.of());
    }

    /**
     * Takes a definition that is JSON already, for example one from a file.
     *
     * @param json an object that is not empty; sent as it is
     * @return the definition
     */
    public static StatisticDefinition of(JsonNode json) {
        if (!Require.present(json, "definition").isObject()) {
            throw new IllegalArgumentException("definition must be a JSON object");
        }
        Map<String, JsonNode> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            values.put(Require.text(field.getKey(), "key"), DefinitionValues.any(field.getValue(), field.getKey()));
        }
        return new StatisticDefinition(values);
    }

    /**
     * Begins with this definition, to change some of it.
     *
     * @return a builder
     */
    public StatisticDefinitionBuilder toBuilder() {
        return new StatisticDefinitionBuilder(values);
    }

    /**
     * Returns the value of a key.
     *
     * @param key for example {@code category}
     * @return a copy of the value, or null when the key is not there
     */
    public @Nullable JsonNode get(String key) {
        JsonNode value = values.get(key);
        return value == null ? null : value.deepCopy();
    }

    /**
     * Returns the definition as it is sent.
     *
     * @return a copy
     */
    @JsonValue
    public JsonNode json() {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        values.forEach((key, value) -> copy.set(key, value.deepCopy()));
        return copy;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StatisticDefinition that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** The definition as JSON. */
    @Override
    public String toString() {
        return json().toString();
    }
}
