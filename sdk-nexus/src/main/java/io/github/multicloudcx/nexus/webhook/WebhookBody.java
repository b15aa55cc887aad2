package io.github.multicloudcx.nexus.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.nexus.internal.webhook.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A webhook as it arrived: whatever the reference does not describe is still here. */
public final class WebhookBody {
    private final byte[] bytes;
    private final JsonNode json;

    private WebhookBody(byte[] bytes, JsonNode json) {
        this.bytes = bytes;
        this.json = json;
    }

    /**
     * Reads a body.
     *
     * @param bytes a JSON object in UTF-8
     * @return the body
     * @throws InvalidWebhookException when it is not
     */
    public static WebhookBody of(byte[] bytes) {
        byte[] copy = Require.present(bytes, "bytes").clone();
        return new WebhookBody(copy, StrictJson.object(copy));
    }

    /**
     * Returns the exact bytes.
     *
     * @return a copy
     */
    public byte[] bytes() {
        return bytes.clone();
    }

    /**
     * Returns the bytes as text.
     *
     * @return the JSON as it was written
     */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /**
     * Returns the JSON.
     *
     * @return a copy of the object
     */
    public JsonNode json() {
        return json.deepCopy();
    }

    /** Two bodies are equal when their bytes are. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WebhookBody body && Arrays.equals(bytes, body.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Tells the size only: the rest is personal. */
    @Override
    public String toString() {
        return "WebhookBody[" + bytes.length + " bytes]";
    }
}
