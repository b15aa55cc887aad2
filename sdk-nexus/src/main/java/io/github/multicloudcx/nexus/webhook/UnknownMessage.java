package io.github.multicloudcx.nexus.webhook;

import io.github.multicloudcx.core.internal.check.Require;
import org.jspecify.annotations.Nullable;

/**
 * A message of a type that the reference does not describe. Its JSON is in {@link WebhookBody#json()}.
 *
 * @param channel what is known of channel, sender, recipients and message id
 * @param type the type, or null when there is none
 * @param body all of it as it arrived
 */
public record UnknownMessage(
        MessageChannel channel, @Nullable String type, WebhookBody body) implements WebhookMessage {
    /**
     * Checks.
     *
     * @param channel what is known of channel, sender, recipients and message id
     * @param type the type, or null when there is none
     * @param body all of it as it arrived
     */
    public UnknownMessage {
        Require.present(channel, "channel");
        Require.present(body, "body");
    }
}
