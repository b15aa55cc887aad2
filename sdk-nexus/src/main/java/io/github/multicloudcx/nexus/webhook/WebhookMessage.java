package io.github.multicloudcx.nexus.webhook;

import org.jspecify.annotations.Nullable;

/**
 * A message of an agent, sent to the application by the third-party messaging webhook. A text on an SMS channel and an e-mail
 * are typed; anything else is an {@link UnknownMessage}, so that a new type is not lost. {@link Receipts} makes the
 * receipts that it is due.
 */
public sealed interface WebhookMessage permits OutgoingSmsMessage, OutgoingEmailMessage, UnknownMessage {
    /**
     * Returns where the message comes from and where it is to go.
     *
     * @return channel, sender, recipients and message id
     */
    MessageChannel channel();

    /**
     * Returns the type.
     *
     * @return {@code Text} and {@code Email} in the samples, or null when there is none
     */
    @Nullable
    String type();

    /**
     * Returns all of it as it arrived.
     *
     * @return bytes and JSON
     */
    WebhookBody body();

    /**
     * Returns the id by which a redelivery is recognised and a receipt is matched.
     *
     * @return the id, or null when there is none
     */
    default @Nullable String messageId() {
        return channel().messageId();
    }
}
