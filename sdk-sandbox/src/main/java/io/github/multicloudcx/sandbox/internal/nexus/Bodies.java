package io.github.multicloudcx.sandbox.internal.nexus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.multicloudcx.sandbox.internal.http.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes webhooks in every documented form. */
final class Bodies {
    private Bodies() {}

    static ObjectNode text(MessageChannel channel, String to, String text, NexusSettings settings) {
        ObjectNode body = Json.object();
        ObjectNode place = body.putObject("channel").put("id", channel.id()).put("type", "sms");
        place.putObject("from").put("id", channel.id());
        ObjectNode recipient = Json.object().put("id", to);
        if (settings.recipientsInList()) {
            place.putArray("to").add(recipient);
        } else {
            place.set("to", recipient);
        }
        place.put("messageId", UUID.randomUUID().toString());
        return body.put("type", "Text").put("text", text);
    }

    /** Without content so far. */
    static ObjectNode email(MessageChannel channel, List<String> to, String subject, NexusSettings settings) {
        ObjectNode body = Json.object();
        ObjectNode place = body.putObject("channel").put("id", channel.id()).put("type", "email");
        place.putObject("from").put("id", "no-reply@" + channel.id()).put("name", "Sender display name");
        ObjectNode around = settings.fieldsBesideChannel() ? body : place;
        ArrayNode recipients = around.putArray("to");
        to.forEach(address -> recipients.addObject().put("id", address));
        around.put("messageId", UUID.randomUUID().toString());
        around.putObject("context").putObject("replyTo").put("id", "reply-to@" + channel.id());
        body.put("type", "Email").put("subject", subject).putArray("content");
        return body;
    }

    /** Adds nothing when there is no such text. */
    static void addPart(ObjectNode email, String type, @Nullable String text) {
        if (text != null) {
            email.withArray("content").addObject().put("type", type).put("text", text);
        }
    }

    static ObjectNode event(String event, String interactionId, NexusSettings settings) {
        ObjectNode body = Json.object().put("operationId", UUID.randomUUID().toString());
        ObjectNode element = body.putObject("data").putArray("entities").addObject();
        if (settings.emptyEvents()) {
            return body;
        }
        element.put("event", event)
                .putObject("entity")
                .put("id", interactionId)
                .put("mediaType", "email")
                .put("interactionSubtype", "InboundNew")
                .put("selfUri", "/nexus/v3/chat/sessions/" + interactionId);
        return body;
    }

    /** Whether a receipt has the id, the sender and one of the recipients of a message. */
    static boolean repeats(JsonNode message, JsonNode place, @Nullable String answeredId) {
        JsonNode channel = message.path("channel");
        String id = place.path("messageId").asText();
        List<String> recipients = new ArrayList<>();
        JsonNode to = eitherPlace(message, "to");
        (to.isArray() ? to : Json.array().add(to))
                .forEach(each -> recipients.add(each.path("id").asText()));
        return (id.equals(answeredId)
                        || id.equals(eitherPlace(message, "messageId").asText("")))
                && channel.path("from").path("id").equals(place.path("from").path("id"))
                && recipients.contains(place.path("to").path("id").asText());
    }

    private static JsonNode eitherPlace(JsonNode message, String name) {
        return message.path("channel").has(name) ? message.path("channel").path(name) : message.path(name);
    }
}
