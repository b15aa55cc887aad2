package io.github.multicloudcx.grs.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Reads milliseconds since the epoch, as number or text, and ISO 8601. Anything else becomes null: a date must not make the
 * rest of an answer unreadable.
 */
public final class LenientInstant extends JsonDeserializer<@Nullable Instant> {
    /** For Jackson. */
    public LenientInstant() {}

    @Override
    public @Nullable Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonNode node = context.readTree(parser);
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return Instant.ofEpochMilli(node.longValue());
        }
        return node.isTextual() ? parse(node.textValue().strip()) : null;
    }

    private static @Nullable Instant parse(String text) {
        if (text.matches("-?\\d{1,18}")) {
            return Instant.ofEpochMilli(Long.parseLong(text));
        }
        try {
            return OffsetDateTime.parse(withColon(text)).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** An offset may be written without its colon. */
    private static String withColon(String text) {
        return text.replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2");
    }
}
