package io.github.multicloudcx.core.update;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Values of JSON documents in which objects are walked, and nothing else is. */
final class JsonValues {
    private JsonValues() {}

    /** Numbers are the same when they have the same value, however they are written. */
    static boolean same(@Nullable JsonNode one, @Nullable JsonNode other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.equals(JsonValues::compare, other);
    }

    private static int compare(JsonNode one, JsonNode other) {
        if (one instanceof NumericNode number && other instanceof NumericNode another) {
            boolean finite = !number.isNaN() && !another.isNaN();
            return finite ? one.decimalValue().compareTo(other.decimalValue()) : 1;
        }
        return one.equals(other) ? 0 : 1;
    }

    /** What stands at a place, or null. */
    static @Nullable JsonNode at(JsonNode document, JsonPointer pointer) {
        JsonNode node = document;
        for (JsonPointer rest = pointer; !rest.matches(); rest = rest.tail()) {
            JsonNode next = node.isObject() ? node.get(rest.getMatchingProperty()) : null;
            if (next == null) {
                return null;
            }
            node = next;
        }
        return node;
    }

    /** The document with a value in its place, in objects that are made where there are none. */
    static JsonNode put(JsonNode document, JsonPointer pointer, JsonNode value) {
        if (pointer.matches()) {
            return value.deepCopy();
        }
        ObjectNode object = objectOf(document);
        JsonNode inner = object.get(pointer.getMatchingProperty());
        object.set(
                pointer.getMatchingProperty(),
                put(inner == null ? JsonNodeFactory.instance.objectNode() : inner, pointer.tail(), value));
        return object;
    }

    private static ObjectNode objectOf(JsonNode node) {
        return node instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
    }

    /** Takes a value out. */
    static void remove(JsonNode document, JsonPointer pointer) {
        if (at(document, pointer.head()) instanceof ObjectNode object) {
            object.remove(pointer.last().getMatchingProperty());
        }
    }
}
