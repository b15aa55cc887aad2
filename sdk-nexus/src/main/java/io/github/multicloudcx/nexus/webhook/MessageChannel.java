package io.github.multicloudcx.nexus.webhook;

import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.nexus.messaging.ChannelAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a message comes from and where it is to go. Every field may be absent.
 *
 * @param id id of the channel
 * @param type for example {@code sms} or {@code email}
 * @param from the sender, which is the contact center
 * @param to the recipients: one of an SMS, any number of an e-mail
 * @param messageId id of the message
 * @param replyTo where an answer to an e-mail should go
 */
public record MessageChannel(
        @Nullable String id,
        @Nullable String type,
        @Nullable ChannelAddress from,
        List<ChannelAddress> to,
        @Nullable String messageId,
        @Nullable ChannelAddress replyTo) {
    /**
     * Checks and copies.
     *
     * @param id id of the channel
     * @param type for example {@code sms} or {@code email}
     * @param from the sender, which is the contact center
     * @param to the recipients: one of an SMS, any number of an e-mail
     * @param messageId id of the message
     * @param replyTo where an answer to an e-mail should go
     */
    public MessageChannel {
        to = List.copyOf(Require.present(to, "to"));
    }
}
