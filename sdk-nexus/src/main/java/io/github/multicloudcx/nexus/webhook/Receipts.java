package io.github.multicloudcx.nexus.webhook;

import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.nexus.messaging.ChannelAddress;
import io.github.multicloudcx.nexus.messaging.InboundMessage;
import io.github.multicloudcx.nexus.messaging.ReceiptReason;
import io.github.multicloudcx.nexus.messaging.ReceiptStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes receipts for a message that came with a webhook: they repeat its sender, its recipient and its message id, as
 * Digital Channels wants it. An e-mail to several recipients gets one receipt for each of them.
 *
 * <pre>{@code
 * channel.send(Receipts.of(message).delivered()).execute();
 * }</pre>
 */
public final class Receipts {
    private final ChannelAddress from;
    private final List<ChannelAddress> to;
    private final String messageId;

    private Receipts(ChannelAddress from, List<ChannelAddress> to, String messageId) {
        this.from = from;
        this.to = to;
        this.messageId = messageId;
    }

    /**
     * Begins receipts for all recipients of a message.
     *
     * @param message as it was received
     * @return the receipts
     * @throws IllegalArgumentException when the message has no sender, recipient or message id, naming what is missing
     */
    public static Receipts of(WebhookMessage message) {
        MessageChannel channel = Require.present(message, "message").channel();
        if (channel.to().isEmpty()) {
            throw missing("recipient");
        }
        return new Receipts(due(channel.from(), "sender"), channel.to(), due(channel.messageId(), "message id"));
    }

    private static <T> T due(@Nullable T value, String what) {
        if (value == null) {
            throw missing(what);
        }
        return value;
    }

    private static IllegalArgumentException missing(String what) {
        return new IllegalArgumentException("The message has no " + what + ", which a receipt has to repeat");
    }

    /**
     * Makes receipts for one of several recipients.
     *
     * @param recipientId id of the recipient
     * @return a copy for that recipient
     * @throws IllegalArgumentException when the message was not for that recipient
     */
    public Receipts to(String recipientId) {
        Require.text(recipientId, "recipientId");
        List<ChannelAddress> one =
                to.stream().filter(address -> address.id().equals(recipientId)).toList();
        if (one.isEmpty()) {
            throw new IllegalArgumentException(
                    "recipientId is none of the " + to.size() + " recipients of the message");
        }
        return new Receipts(from, one, messageId);
    }

    /**
     * Names the message by the id that the webhook was answered with, when that was another one than the message has.
     *
     * @param answered id of the message in the system of the application
     * @return a copy with the id
     */
    public Receipts messageId(String answered) {
        return new Receipts(from, to, Require.text(answered, "messageId"));
    }

    /**
     * The message was delivered.
     *
     * @return one receipt for each recipient
     */
    public List<InboundMessage> delivered() {
        return all(InboundMessage.receipt(ReceiptStatus.DELIVERED));
    }

    /**
     * The message was removed.
     *
     * @return one receipt for each recipient
     */
    public List<InboundMessage> removed() {
        return all(InboundMessage.receipt(ReceiptStatus.REMOVED));
    }

    /**
     * The message could not be delivered.
     *
     * @param reasons why; none when that is not known
     * @return one receipt for each recipient
     */
    public List<InboundMessage> failed(ReceiptReason... reasons) {
        InboundMessage receipt = InboundMessage.receipt(ReceiptStatus.FAILED);
        return all(Require.present(reasons, "reasons").length == 0 ? receipt : receipt.reasons(reasons));
    }

    private List<InboundMessage> all(InboundMessage receipt) {
        InboundMessage addressed = receipt.from(from.id()).messageId(messageId);
        return to.stream().map(address -> addressed.to(address.id())).toList();
    }

    /** Tells how many receipts it is about. */
    @Override
    public String toString() {
        return "Receipts[" + to.size() + " recipients]";
    }
}
