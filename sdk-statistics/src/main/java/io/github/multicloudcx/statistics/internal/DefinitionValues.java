package io.github.multicloudcx.statistics.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.statistics.model.ObjectType;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the JSON of a definition; each error names the key. */
public final class DefinitionValues {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private DefinitionValues() {}

    /** A text that is not blank. */
    public static JsonNode text(@Nullable String value, String key) {
        return JSON.textNode(Require.text(value, key));
    }

    /** Texts joined with commas, as Stat Server lists them. */
    public static JsonNode list(String @Nullable [] values, String key) {
        List<String> texts = Require.texts(Arrays.asList(Require.present(values, key)), key);
        return JSON.textNode(String.join(",", texts));
    }

    /** Kinds of objects joined with commas. */
    public static JsonNode list(ObjectType @Nullable [] values, String key) {
        ObjectType[] types = Require.present(values, key);
        String[] names = new String[types.length];
        for (int i = 0; i < types.length; i++) {
            names[i] = Require.present(types[i], "each of " + key).value();
        }
        return list(names, key);
    }

    /** A whole number that is zero or more. */
    public static JsonNode count(long value, String key) {
        return number(Require.notNegative(value, key));
    }

    /** A whole number, always as a long, so that equal numbers make equal definitions. */
    public static JsonNode number(long value) {
        return JSON.numberNode(value);
    }

    /** A number that JSON can hold. */
    public static JsonNode number(double value, String key) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(key + " must be a finite number");
        }
        return JSON.numberNode(value);
    }

    /** A copy of any JSON. */
    public static JsonNode any(@Nullable JsonNode value, String key) {
        JsonNode node = Require.present(value, key);
        if (node.isMissingNode()) {
            throw new IllegalArgumentException(key + " is required");
        }
        return node.isIntegralNumber() && node.canConvertToLong() ? number(node.longValue()) : node.deepCopy();
    }
}
