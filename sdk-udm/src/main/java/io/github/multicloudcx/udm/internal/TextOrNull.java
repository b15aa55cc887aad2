package io.github.multicloudcx.udm.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a text or number, and null for an object or array: where older generations answer a bare
 * {@code {"status":{"code":0}}}, the status is that of the request and not that of the job.
 */
public final class TextOrNull extends JsonDeserializer<@Nullable String> {
    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.currentToken().isScalarValue()) {
            return parser.getText();
        }
        parser.skipChildren();
        return null;
    }
}
