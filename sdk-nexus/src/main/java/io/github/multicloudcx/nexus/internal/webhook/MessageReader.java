package io.github.multicloudcx.nexus.internal.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.nexus.messaging.ChannelAddress;
import io.github.multicloudcx.nexus.webhook.EmailPart;
import io.github.multicloudcx.nexus.webhook.MessageChannel;
import io.github.multicloudcx.nexus.webhook.OutgoingEmailMessage;
import io.github.multicloudcx.nexus.webhook.OutgoingSmsMessage;
import io.github.multicloudcx.nexus.webhook.UnknownMessage;
import io.github.multicloudcx.nexus.webhook.WebhookBody;
import io.github.multicloudcx.nexus.webhook.WebhookMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the third-party messaging webhook. */
public final class MessageReader {
    private MessageReader() {}

    /** The message; whatever is absent or of another form than documented is only left out of the typed part. */
    public static WebhookMessage read(WebhookBody body) {
        JsonNode json = body.json();
        MessageChannel channel = channel(json);
        String type = Fields.text(json, "type");
        if (is("Text", type) && on("sms", channel)) {
            return new OutgoingSmsMessage(channel, type, Fields.content(json, "text"), body);
        }
        if (is("Email", type) && on("email", channel)) {
            return new OutgoingEmailMessage(channel, type, Fields.content(json, "subject"), parts(json), body);
        }
        return new UnknownMessage(channel, type, body);
    }

    private static boolean is(String due, @Nullable String type) {
        return due.equalsIgnoreCase(type);
    }

    private static boolean on(String due, MessageChannel channel) {
        return channel.type() == null || due.equalsIgnoreCase(channel.type());
    }

    /** The printed e-mail has fields beside the channel that belong into it, or has them there by mistake: both are read. */
    private static MessageChannel channel(JsonNode json) {
        JsonNode channel = json.path("channel");
        List<ChannelAddress> to = Fields.addresses(channel.path("to"));
        String messageId = Fields.text(channel, "messageId");
        ChannelAddress replyTo = Fields.address(channel.path("context").path("replyTo"));
        return new MessageChannel(
                Fields.text(channel, "id"),
                Fields.text(channel, "type"),
                Fields.address(channel.path("from")),
                to.isEmpty() ? Fields.addresses(json.path("to")) : to,
                messageId == null ? Fields.text(json, "messageId") : messageId,
                replyTo == null ? Fields.address(json.path("context").path("replyTo")) : replyTo);
    }

    private static List<EmailPart> parts(JsonNode json) {
        return Fields.many(json.path("content")).stream()
                .filter(JsonNode::isObject)
                .map(part -> new EmailPart(Fields.text(part, "type"), Fields.content(part, "text")))
                .toList();
    }
}
