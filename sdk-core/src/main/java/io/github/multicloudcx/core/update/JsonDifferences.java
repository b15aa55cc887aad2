package io.github.multicloudcx.core.update;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes a merge patch, or two documents, apart into single changes. */
final class JsonDifferences {
    private static final JsonNode NOTHING = JsonNodeFactory.instance.objectNode();

    private final List<JsonChange> changes = new ArrayList<>();

    private JsonDifferences() {}

    static List<JsonChange> ofPatch(JsonNode base, JsonNode patch) {
        JsonDifferences differences = new JsonDifferences();
        differences.merge(JsonPointer.empty(), base, patch);
        return differences.changes;
    }

    static List<JsonChange> between(JsonNode before, JsonNode after) {
        JsonDifferences differences = new JsonDifferences();
        differences.compare(JsonPointer.empty(), before, after);
        return differences.changes;
    }

    private void merge(JsonPointer place, @Nullable JsonNode base, JsonNode patch) {
        if (!patch.isObject()) {
            add(place, base, patch.isNull() && !place.matches() ? null : patch);
        } else if (walked(base) && (base != null || !withoutNulls(patch).isEmpty())) {
            fields(patch).forEach(name -> merge(place.appendProperty(name), field(base, name), patch.get(name)));
        } else {
            add(place, base, withoutNulls(patch));
        }
    }

    /** What a patch makes of something that is no object: a null in it removes what is not there. */
    private static JsonNode withoutNulls(JsonNode patch) {
        var clean = JsonNodeFactory.instance.objectNode();
        patch.properties().stream()
                .filter(field -> !field.getValue().isNull())
                .forEach(field -> clean.set(
                        field.getKey(),
                        field.getValue().isObject() ? withoutNulls(field.getValue()) : field.getValue()));
        return clean;
    }

    private void compare(JsonPointer place, @Nullable JsonNode before, @Nullable JsonNode after) {
        if (walked(before) && walked(after) && !(blank(before) && blank(after))) {
            List<String> names = new ArrayList<>(fields(before == null ? NOTHING : before));
            fields(after == null ? NOTHING : after).stream()
                    .filter(name -> field(before, name) == null)
                    .forEach(names::add);
            names.forEach(name -> compare(place.appendProperty(name), field(before, name), field(after, name)));
        } else if (!JsonValues.same(before, after)) {
            add(place, before, after);
        }
    }

    private static boolean walked(@Nullable JsonNode node) {
        return node == null || node.isObject();
    }

    /** Nothing, or an object without anything in it. */
    private static boolean blank(@Nullable JsonNode node) {
        return node == null || node.isEmpty();
    }

    private static List<String> fields(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static @Nullable JsonNode field(@Nullable JsonNode object, String name) {
        return object == null ? null : object.get(name);
    }

    private void add(JsonPointer place, @Nullable JsonNode before, @Nullable JsonNode after) {
        changes.add(new JsonChange(place.toString(), before, after));
    }
}
