package io.github.multicloudcx.sandbox.internal.udm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.multicloudcx.sandbox.internal.http.Answer;
import io.github.multicloudcx.sandbox.internal.http.Json;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Deletes several things and names what was left. */
final class BulkDelete {
    private final UdmSettings settings;
    private final String key;

    BulkDelete(UdmSettings settings, String key) {
        this.settings = settings;
        this.key = key;
    }

    Answer run(String commaSeparated, Predicate<String> delete) {
        List<String> ids =
                Stream.of(commaSeparated.split(",", -1)).map(String::strip).toList();
        if (ids.stream().anyMatch(String::isEmpty)) {
            return Answer.error(400, "An empty value cannot be deleted");
        }
        ArrayNode left = Json.array();
        ids.stream()
                .filter(id -> settings.isUndeletable(id) || !delete.test(id))
                .forEach(id -> add(left, id));
        return left.isEmpty() ? Answer.empty(204) : Answer.json(500, left);
    }

    private void add(ArrayNode left, String id) {
        switch (settings.undeletedShape()) {
            case OBJECTS -> left.addObject().put(key, id);
            case NUMBERS -> {
                if (id.matches("\\d{1,18}")) {
                    left.add(Long.parseLong(id));
                } else {
                    left.add(id);
                }
            }
            case STRINGS -> left.add(id);
        }
    }
}
