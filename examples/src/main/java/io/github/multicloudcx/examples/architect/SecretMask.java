package io.github.multicloudcx.examples.architect;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Hides values whose names say that they are secret, so that settings can be logged and shown. Entries that have their name
 * in a field beside the value, {@code {"key": "api-key", "value": ...}}, count as well, and so do addresses with a password.
 */
final class SecretMask {
    static final String MASK = "****";

    private static final int SHORTEST = 4;
    private static final JsonNode HIDDEN = JsonNodeFactory.instance.textNode(MASK);
    private static final Pattern LOGIN_IN_ADDRESS = Pattern.compile("(?<=://)[^/@\\s]*:[^/@\\s]*(?=@)");

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
        return node.isTextual() && LOGIN_IN_ADDRESS.matcher(node.textValue()).find()
                ? JsonNodeFactory.instance.textNode(
                        LOGIN_IN_ADDRESS.matcher(node.textValue()).replaceAll(MASK))
                : node;
    }

    private static ObjectNode object(JsonNode node) {
        ObjectNode clean = JsonNodeFactory.instance.objectNode();
        SecretNames.Kind entry = SecretNames.kindOfEntry(node);
        node.properties().forEach(field -> {
            SecretNames.Kind kind = SecretNames.kind(field.getKey());
            boolean secret =
                    kind.hides(field.getValue()) || (field.getKey().equals("value") && entry.hides(field.getValue()));
            clean.set(field.getKey(), secret ? HIDDEN : masked(field.getValue()));
        });
        return clean;
    }

    /** The texts that are hidden in a document, so that they can be taken out of what others say about it. */
    static Set<String> secrets(JsonNode node) {
        Set<String> secrets = new HashSet<>();
        collect(node, masked(node), secrets);
        return secrets;
    }

    /** A text without the secrets of documents; checks and servers may repeat them. */
    static String without(String text, JsonNode... documents) {
        Set<String> secrets = new HashSet<>();
        for (JsonNode document : documents) {
            secrets.addAll(secrets(document));
        }
        String clean = text;
        for (String secret : secrets.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList()) {
            clean = clean.replace(secret, MASK);
        }
        return clean;
    }

    private static void collect(JsonNode node, JsonNode masked, Set<String> secrets) {
        if (node.isValueNode()) {
            if (!node.equals(masked) && node.asText().length() >= SHORTEST) {
                secrets.add(node.asText());
            }
        } else if (node.isObject()) {
            node.properties()
                    .forEach(field -> collect(
                            field.getValue(), masked.isObject() ? masked.get(field.getKey()) : masked, secrets));
        } else {
            for (int i = 0; i < node.size(); i++) {
                collect(node.get(i), masked.isArray() ? masked.get(i) : masked, secrets);
            }
        }
    }

    /** Whether something at a place was hidden, around it, or in it. */
    static boolean hides(JsonNode masked, String pointer) {
        for (JsonPointer above = JsonPointer.compile(pointer); above != null; above = above.head()) {
            if (isMask(masked.at(above))) {
                return true;
            }
        }
        return holdsMask(masked.at(pointer));
    }

    static boolean holdsMask(JsonNode node) {
        if (node.isContainerNode()) {
            for (JsonNode element : node) {
                if (holdsMask(element)) {
                    return true;
                }
            }
            return false;
        }
        return isMask(node);
    }

    private static boolean isMask(JsonNode node) {
        return node.isTextual() && node.textValue().contains(MASK);
    }
}
