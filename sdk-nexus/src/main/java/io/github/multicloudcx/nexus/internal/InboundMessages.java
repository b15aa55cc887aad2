package io.github.multicloudcx.nexus.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.nexus.messaging.InboundMessage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Checks messages before they are sent. */
final class InboundMessages {
    private InboundMessages() {}

    /** The messages as they are sent; an error names the message by its position. */
    static List<JsonNode> checked(Collection<InboundMessage> messages) {
        List<JsonNode> checked = new ArrayList<>();
        for (InboundMessage message : Require.present(messages, "messages")) {
            String place = "messages[" + checked.size() + "]";
            JsonNode json = Require.present(message, place).json();
            check(json, place);
            checked.add(json);
        }
        if (checked.isEmpty()) {
            throw new IllegalArgumentException("messages must hold one or more");
        }
        return checked;
    }

    private static void check(JsonNode json, String place) {
        JsonNode channel = json.path("channel");
        due(channel.path("from").path("id"), place, "from");
        due(channel.path("to").path("id"), place, "to");
        if (json.path("type").asText().equals("Receipt")) {
            due(json.path("status"), place, "status");
            due(channel.path("messageId"), place, "messageId of the message that the receipt is about");
        }
    }

    private static void due(JsonNode value, String place, String name) {
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw new IllegalArgumentException(place + ": " + name + " is required");
        }
    }
}
