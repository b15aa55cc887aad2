package io.github.multicloudcx.core.internal.pipeline;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.multicloudcx.core.Envelope;
import io.github.multicloudcx.core.internal.envelope.EnvelopeReader;
import io.github.multicloudcx.core.internal.envelope.Problem;
import io.github.multicloudcx.core.internal.envelope.Reading;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The status object around a list, when it says no. It may stand before the items or after them.
 *
 * @param problem what it says
 * @param body its text
 */
record ItemStatus(Problem problem, String body) {
    static boolean at(JsonParser parser) throws IOException {
        return parser.currentToken() == JsonToken.START_OBJECT && "status".equals(parser.currentName());
    }

    /** Reads it; null when it does not say no. */
    static @Nullable ItemStatus refusal(JsonParser parser, ObjectReader reader, Envelope envelope) throws IOException {
        JsonNode status =
                reader.without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).readTree(parser);
        JsonNode around = JsonNodeFactory.instance.objectNode().set("status", status);
        return EnvelopeReader.of(envelope).read(around) instanceof Reading.Refused refused
                ? new ItemStatus(refused.problem(), around.toString())
                : null;
    }
}
