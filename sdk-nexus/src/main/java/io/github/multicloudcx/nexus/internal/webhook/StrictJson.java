package io.github.multicloudcx.nexus.internal.webhook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.multicloudcx.nexus.webhook.InvalidWebhookException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** JSON of a stranger. Errors hold nothing of it. */
public final class StrictJson {
    private static final int DEEPEST = 100;
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private StrictJson() {}

    /** The object that the bytes are. */
    public static JsonNode object(byte[] bytes) {
        JsonNode json = parse(text(bytes));
        if (!json.isObject()) {
            throw new InvalidWebhookException("The body of the webhook is not a JSON object");
        }
        return json;
    }

    private static String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new InvalidWebhookException("The body of the webhook is not UTF-8");
        }
    }

    private static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (StreamConstraintsException e) {
            throw new InvalidWebhookException("The body of the webhook is nested more than " + DEEPEST
                    + " deep, or has a number of more than a thousand digits");
        } catch (JsonProcessingException e) {
            JsonLocation place = e.getLocation();
            throw new InvalidWebhookException("The body of the webhook is not JSON"
                    + (place == null ? "" : " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")"));
        }
    }
}
