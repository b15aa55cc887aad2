package io.github.multicloudcx.udm.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Names in a bare array whose element type the reference leaves open. */
final class Leftovers {
    private static final List<String> FIELDS = List.of("id", "jobId", "name", "fileName", "filename", "path");

    private Leftovers() {}

    static List<String> names(List<JsonNode> elements) {
        return elements.stream().map(Leftovers::name).toList();
    }

    /** Text or number as text; of an object the field that names it; anything else as JSON. */
    private static String name(JsonNode element) {
        if (element.isValueNode()) {
            return element.asText();
        }
        return FIELDS.stream()
                .map(element::path)
                .filter(field -> field.isTextual() || field.isNumber())
                .findFirst()
                .map(JsonNode::asText)
                .orElseGet(element::toString);
    }
}
