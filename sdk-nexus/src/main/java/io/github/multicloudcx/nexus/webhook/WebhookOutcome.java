package io.github.multicloudcx.nexus.webhook;

import io.github.multicloudcx.core.internal.check.Require;
import org.jspecify.annotations.Nullable;

/**
 * What the application makes of a webhook.
 *
 * @param processed whether the application has taken it over; false asks for a redelivery
 * @param messageId id of the message in the system of the application, or null for the one that the message has
 */
public record WebhookOutcome(boolean processed, @Nullable String messageId) {
    /**
     * The application has taken it over: it will not come again. A message is answered with its own id, which receipts
     * name. For one that can never be delivered, say this too and send a receipt of status Failed.
     *
     * @return the outcome
     */
    public static WebhookOutcome accepted() {
        return new WebhookOutcome(true, null);
    }

    /**
     * The application has taken a message over and knows it by another id. Its receipts have to name that id; see
     * {@link Receipts#messageId(String)}.
     *
     * @param messageId id in the system of the application
     * @return the outcome
     */
    public static WebhookOutcome accepted(String messageId) {
        return new WebhookOutcome(true, Require.text(messageId, "messageId"));
    }

    /**
     * Not now: the webhook should be delivered again. Digital Channels does so as often as it is configured to.
     *
     * @return the outcome
     */
    public static WebhookOutcome later() {
        return new WebhookOutcome(false, null);
    }
}
