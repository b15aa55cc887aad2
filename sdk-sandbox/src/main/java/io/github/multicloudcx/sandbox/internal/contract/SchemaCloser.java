package io.github.multicloudcx.sandbox.internal.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * Resolves references, drops extensions and closes object schemas, because a request must not invent fields. Request
 * schemas are not recursive.
 */
final class SchemaCloser {
    private final JsonNode document;

    SchemaCloser(JsonNode document) {
        this.document = document;
    }

    JsonNode resolve(JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : resolve(document.at(reference.substring(1)));
    }

    /** A copy without references, in which every object that lists its properties has no others. */
    JsonNode close(JsonNode node) {
        JsonNode resolved = resolve(node);
        if (resolved.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            resolved.forEach(item -> copy.add(close(item)));
            return copy;
        }
        if (!resolved.isObject()) {
            return resolved;
        }
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : resolved.properties()) {
            if (!field.getKey().startsWith("x-")) {
                copy.set(field.getKey(), close(field.getValue()));
            }
        }
        if (resolved.path("properties").isObject() && !resolved.has("additionalProperties")) {
            copy.put("additionalProperties", false);
        }
        return copy;
    }
}
