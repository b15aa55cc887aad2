package io.github.multicloudcx.sandbox.internal.architect;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonNode.OverwriteMode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.multicloudcx.sandbox.internal.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Changes of settings. What they are given stays as it is. */
public final class SettingsEdits {
    private SettingsEdits() {}

    /** Settings as JSON text. */
    static ObjectNode read(String json) {
        if (value(json) instanceof ObjectNode settings) {
            return settings;
        }
        throw new IllegalArgumentException("Settings are a JSON object, not " + json);
    }

    private static JsonNode value(String json) {
        return Json.parse(json.getBytes(StandardCharsets.UTF_8))
                .orElseThrow(() -> new IllegalArgumentException("This is not JSON: " + json));
    }

    /** Puts a value where the pointer says; objects on the way are made, and whatever else is in the way is replaced. */
    public static UnaryOperator<ObjectNode> put(String pointer, String json) {
        JsonPointer at = compile(pointer);
        JsonNode value = value(json);
        return settings -> {
            ObjectNode copy = settings.deepCopy();
            put(copy, at, value);
            return copy;
        };
    }

    private static JsonPointer compile(String pointer) {
        if (pointer.isEmpty()) {
            throw new IllegalArgumentException("The pointer is empty: it has to name one setting");
        }
        return JsonPointer.compile(pointer);
    }

    private static void put(ObjectNode settings, JsonPointer at, JsonNode value) {
        String name = at.last().getMatchingProperty();
        int index = at.last().getMatchingIndex();
        JsonNode parent = settings.at(at.head());
        if (parent instanceof ObjectNode object) {
            object.set(name, value);
        } else if (parent instanceof ArrayNode list && index >= 0 && index < list.size()) {
            list.set(index, value);
        } else if (parent instanceof ArrayNode list && index >= 0) {
            list.add(value);
        } else {
            settings.withObject(at.head(), OverwriteMode.ALL, false).set(name, value);
        }
    }

    /** Removes what the pointer names. */
    public static UnaryOperator<ObjectNode> remove(String pointer) {
        JsonPointer at = compile(pointer);
        return settings -> {
            ObjectNode copy = settings.deepCopy();
            if (copy.at(at).isMissingNode()) {
                throw new IllegalArgumentException("There is no setting " + pointer);
            }
            JsonNode parent = copy.at(at.head());
            if (parent instanceof ArrayNode list) {
                list.remove(at.last().getMatchingIndex());
            } else if (parent instanceof ObjectNode object) {
                object.remove(at.last().getMatchingProperty());
            }
            return copy;
        };
    }

    /** The old settings with the sent ones put over them, object by object. */
    static ObjectNode merged(ObjectNode old, ObjectNode sent) {
        ObjectNode merged = old.deepCopy();
        for (Map.Entry<String, JsonNode> field : sent.properties()) {
            boolean both = merged.get(field.getKey()) instanceof ObjectNode && field.getValue() instanceof ObjectNode;
            merged.set(
                    field.getKey(),
                    both
                            ? merged((ObjectNode) merged.get(field.getKey()), (ObjectNode) field.getValue())
                            : field.getValue());
        }
        return merged;
    }
}
