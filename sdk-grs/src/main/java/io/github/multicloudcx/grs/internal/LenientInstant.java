package io.github.multicloudcx.grs.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Reads milliseconds since the epoch, as number or text, and ISO 8601, which is UTC when it does not say. Anything else becomes null: a date must not make the
 * rest of an answer unreadable.
 */
public final class LenientInstant extends JsonDeserializer<@Nullable Instant> {
    private static final DateTimeFormatter ISO_8601 = DateTimeFormatter.ISO_DATE_TIME;

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
            return ISO_8601.parseBest(withColon(text), OffsetDateTime::from, LocalDateTime::from)
                            instanceof OffsetDateTime zoned
                    ? zoned.toInstant()
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** An offset may be written without its colon. */
    private static String withColon(String text) {
        return text.replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2");
    }
}
