package io.github.multicloudcx.examples.architect;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.multicloudcx.core.update.JsonChange;
import io.github.multicloudcx.core.update.JsonChanges;
import io.github.multicloudcx.core.update.JsonConflict;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Hides values whose names say that they are secret, so that settings can be logged and shown. The entries of
 * {@code configurationMatrix} have their name in a field {@code key} beside the value; that counts as well.
 */
final class SecretMask {
    static final String MASK = "****";

    private static final Set<String> WORDS = Set.of(
            "password",
            "passwd",
            "pwd",
            "passphrase",
            "secret",
            "secrets",
            "credential",
            "credentials",
            "token",
            "pin",
            "authorization",
            "cookie",
            "apikey",
            "privatekey",
            "accesskey");

    private SecretMask() {}

    /** A copy without secrets. */
    static JsonNode masked(JsonNode node) {
        if (node.isObject()) {
            return object(node);
        }
        if (node.isArray()) {
            ArrayNode clean = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> clean.add(masked(element)));
            return clean;
        }
        return node;
    }

    private static ObjectNode object(JsonNode node) {
        ObjectNode clean = JsonNodeFactory.instance.objectNode();
        boolean secretEntry = secret(node.path("key").asText(""));
        node.properties().forEach(field -> {
            boolean secret =
                    secret(field.getKey()) || (secretEntry && field.getKey().equals("value"));
            clean.set(field.getKey(), secret ? hidden(field.getValue()) : masked(field.getValue()));
        });
        return clean;
    }

    private static JsonNode hidden(JsonNode value) {
        return value.isNull() || value.isBoolean() ? value : JsonNodeFactory.instance.textNode(MASK);
    }

    private static boolean secret(String name) {
        String words = name.replaceAll("([a-z0-9])([A-Z])", "$1 $2")
                .replaceAll("[^A-Za-z0-9]+", " ")
                .toLowerCase(Locale.ROOT);
        String joined = words.replaceAll("(api|private|access) (key)\\b", "$1$2");
        return List.of(joined.split(" ")).stream().anyMatch(WORDS::contains);
    }

    /** Whether something at a place was hidden, around it, or in it. */
    static boolean hides(JsonNode masked, String pointer) {
        for (JsonPointer above = JsonPointer.compile(pointer); above != null; above = above.head()) {
            if (MASK.equals(masked.at(above).asText())) {
                return true;
            }
        }
        return holdsMask(masked.at(pointer));
    }

    private static boolean holdsMask(JsonNode node) {
        if (node.isContainerNode()) {
            for (JsonNode element : node) {
                if (holdsMask(element)) {
                    return true;
                }
            }
            return false;
        }
        return MASK.equals(node.asText());
    }

    /** The lines of a diff between two documents, the second made of the first by the changes. */
    static List<String> diff(JsonChanges changes, JsonNode before) {
        JsonNode hidden = masked(before);
        JsonNode after = masked(changes.applyTo(before));
        return changes.effective().stream()
                .map(change -> change(change, hidden, after).toString())
                .toList();
    }

    /** The lines that show conflicts. */
    static List<String> diff(List<JsonConflict> conflicts, JsonNode now, JsonNode wanted) {
        JsonNode found = masked(now);
        JsonNode after = masked(wanted);
        return conflicts.stream()
                .map(conflict -> new JsonConflict(
                                change(conflict.wanted(), found, after),
                                conflict.pointer(),
                                at(conflict.found(), conflict.pointer(), found))
                        .toString())
                .toList();
    }

    private static JsonChange change(JsonChange change, JsonNode before, JsonNode after) {
        boolean secret = hides(before, change.pointer()) || hides(after, change.pointer());
        return secret ? new JsonChange(change.pointer(), maskOf(change.before()), maskOf(change.after())) : change;
    }

    private static @Nullable JsonNode maskOf(@Nullable JsonNode value) {
        return value == null ? null : JsonNodeFactory.instance.textNode(MASK);
    }

    private static @Nullable JsonNode at(@Nullable JsonNode found, String pointer, JsonNode masked) {
        return found == null ? null : masked.at(pointer);
    }
}
