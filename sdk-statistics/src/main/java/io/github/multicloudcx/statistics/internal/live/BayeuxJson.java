package io.github.multicloudcx.statistics.internal.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cometd.bayeux.Message;
import org.cometd.common.HashMapMessage;
import org.jspecify.annotations.Nullable;

/** Reads Bayeux messages. The {@code data} of a message stays the JSON that came, so that no number changes its type. */
final class BayeuxJson {
    private BayeuxJson() {}

    /** The messages of an answer: an array of them, or one alone. Whatever else there is, is left out. */
    static List<Message.Mutable> messages(JsonNode answer) {
        List<Message.Mutable> messages = new ArrayList<>();
        Iterable<JsonNode> elements = answer.isArray() ? answer : List.of(answer);
        for (JsonNode element : elements) {
            if (element.path(Message.CHANNEL_FIELD).isTextual()) {
                messages.add(message(element));
            }
        }
        return messages;
    }

    private static Message.Mutable message(JsonNode json) {
        HashMapMessage message = new HashMapMessage();
        json.properties().forEach(field -> {
            Object value = field.getKey().equals(Message.DATA_FIELD) ? field.getValue() : plain(field.getValue());
            if (value != null) {
                message.put(field.getKey(), value);
            }
        });
        return message;
    }

    /** The value as CometD expects it: maps, lists, texts, numbers. */
    private static @Nullable Object plain(JsonNode json) {
        if (json.isObject()) {
            Map<String, Object> map = new HashMap<>();
            json.properties().forEach(field -> {
                Object value = plain(field.getValue());
                if (value != null) {
                    map.put(field.getKey(), value);
                }
            });
            return map;
        }
        if (json.isArray()) {
            List<Object> list = new ArrayList<>();
            json.forEach(element -> {
                Object value = plain(element);
                if (value != null) {
                    list.add(value);
                }
            });
            return list;
        }
        return scalar(json);
    }

    private static @Nullable Object scalar(JsonNode json) {
        if (json.isNumber()) {
            return json.numberValue();
        }
        if (json.isBoolean()) {
            return json.booleanValue();
        }
        return json.isNull() ? null : json.asText();
    }
}
