package io.github.multicloudcx.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.sandbox.internal.nexus.Delivery;
import io.github.multicloudcx.sandbox.internal.nexus.Received;
import org.jspecify.annotations.Nullable;

/**
 * A message or receipt that came in on a channel.
 *
 * @param channelId the channel
 * @param id id that it was answered with
 * @param json the message as it came
 * @param receiptFor the webhook that a receipt is about, by message id, sender and recipient; null when it is no receipt or
 *     there is no such webhook
 */
public record ChannelMessage(
        String channelId,
        String id,
        JsonNode json,
        @Nullable WebhookDelivery receiptFor) {
    static ChannelMessage of(Received received) {
        Delivery about = received.receiptFor();
        return new ChannelMessage(
                received.channelId(),
                received.id(),
                received.json(),
                about == null ? null : new WebhookDelivery(about));
    }

    /**
     * Whether it is a receipt.
     *
     * @return true for type Receipt
     */
    public boolean receipt() {
        return json.path("type").asText().equals("Receipt");
    }
}
