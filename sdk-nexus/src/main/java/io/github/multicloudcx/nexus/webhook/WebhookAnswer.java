package io.github.multicloudcx.nexus.webhook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.multicloudcx.core.internal.check.Require;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Answer to a webhook.
 *
 * @param status HTTP status
 * @param body JSON, to be sent as {@link #CONTENT_TYPE}
 */
public record WebhookAnswer(int status, String body) {
    /** Media type of the body. */
    public static final String CONTENT_TYPE = "application/json";

    /**
     * Checks.
     *
     * @param status HTTP status
     * @param body JSON, to be sent as {@link #CONTENT_TYPE}
     */
    public WebhookAnswer {
        Require.text(body, "body");
    }

    /**
     * A message was taken over: 200 with {@code messageId}.
     *
     * @param messageId id that receipts will name; null when there is none
     * @return the answer
     */
    public static WebhookAnswer message(@Nullable String messageId) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (messageId != null) {
            body.put("messageId", messageId);
        }
        return new WebhookAnswer(200, body.toString());
    }

    /**
     * Events were taken over: exactly 200, with a status of 0.
     *
     * @return the answer
     */
    public static WebhookAnswer events() {
        return new WebhookAnswer(200, "{\"status\":{\"code\":0}}");
    }

    /**
     * Not now, deliver again: 500.
     *
     * @return the answer
     */
    public static WebhookAnswer later() {
        return refusal(500, "Not now; deliver again");
    }

    /**
     * The signature is missing, malformed or does not fit: 403. The sender learns nothing more.
     *
     * @return the answer
     */
    public static WebhookAnswer forbidden() {
        return refusal(403, "The signature is missing or does not fit");
    }

    /**
     * The body cannot be read: 400. The sender learns nothing more.
     *
     * @return the answer
     */
    public static WebhookAnswer badRequest() {
        return refusal(400, "The body is not as documented");
    }

    static WebhookAnswer refusal(int status, String message) {
        return new WebhookAnswer(
                status,
                JsonNodeFactory.instance.objectNode().put("message", message).toString());
    }

    /**
     * Returns the body as it is sent.
     *
     * @return bytes in UTF-8
     */
    public byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
