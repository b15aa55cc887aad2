package io.github.multicloudcx.examples.architect;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is YAML and often meant otherwise is refused, as the settings of a contact centre must not hang on it: anchors and
 * aliases, tags, values that are left out (null removes a setting), numbers such as 017 and 1_000, words such as yes and on.
 */
final class YamlRules {
    private static final Set<String> WORDS = Set.of("yes", "no", "on", "off", "y", "n");

    private YamlRules() {}

    /** Refuses, naming the line. */
    static void check(String text) throws IOException {
        try (YAMLParser parser = new YAMLFactory().createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                String problem = problem(parser, token);
                if (problem != null) {
                    throw new IllegalArgumentException(
                            problem + " (line " + parser.currentTokenLocation().getLineNr() + ")");
                }
            }
        }
    }

    private static @Nullable String problem(YAMLParser parser, JsonToken token) throws IOException {
        if (parser.isCurrentAlias() || "<<".equals(fieldName(parser, token))) {
            return "anchors and aliases are not understood; write the value out";
        }
        if (parser.getTypeId() != null) {
            return "tags such as !!binary are not understood";
        }
        String text = token.isScalarValue() ? parser.getText() : "";
        if (token == JsonToken.VALUE_NULL && text.isEmpty()) {
            return "there is no value; write null to remove a setting";
        }
        boolean number = token.isNumeric() && !text.matches("-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][+-]?[0-9]+)?");
        boolean word = token.isBoolean() && WORDS.contains(text.toLowerCase(Locale.ROOT));
        return number || word ? text + " can be read in two ways; put it in quotes, or write it another way" : null;
    }

    private static String fieldName(JsonParser parser, JsonToken token) throws IOException {
        return token == JsonToken.FIELD_NAME ? parser.currentName() : "";
    }
}
