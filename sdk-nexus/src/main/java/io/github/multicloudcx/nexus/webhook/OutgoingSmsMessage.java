package io.github.multicloudcx.nexus.webhook;

import io.github.multicloudcx.core.internal.check.Require;
import org.jspecify.annotations.Nullable;

/**
 * A text message for a consumer; see "OutgoingSmsMessage" of the reference.
 *
 * @param channel channel, sender, recipient and message id
 * @param type {@code Text}
 * @param text the text, or null when there is none
 * @param body all of it as it arrived
 */
public record OutgoingSmsMessage(
        MessageChannel channel,
        @Nullable String type,
        @Nullable String text,
        WebhookBody body) implements WebhookMessage {
    /**
     * Checks.
     *
     * @param channel channel, sender, recipient and message id
     * @param type {@code Text}
     * @param text the text, or null when there is none
     * @param body all of it as it arrived
     */
    public OutgoingSmsMessage {
        Require.present(channel, "channel");
        Require.present(body, "body");
    }
}
