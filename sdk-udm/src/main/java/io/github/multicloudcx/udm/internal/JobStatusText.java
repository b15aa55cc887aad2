package io.github.multicloudcx.udm.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the status of a job, and null where a bare {@code {"status":{"code":0}}} tells that of the request instead. A
 * status without a code says nothing at all, which must not be taken for success.
 */
public final class JobStatusText extends JsonDeserializer<@Nullable String> {
    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.currentToken().isScalarValue()) {
            return parser.getText();
        }
        JsonNode status = context.readTree(parser);
        if (status.isObject() && !status.path("code").isValueNode()) {
            return context.reportInputMismatch(String.class, "a status without a code");
        }
        return null;
    }
}
