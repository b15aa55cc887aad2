package io.github.multicloudcx.statistics.internal.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.cometd.bayeux.ChannelId;
import org.cometd.bayeux.Message;
import org.cometd.common.HashMapMessage;
import org.jspecify.annotations.Nullable;

/**
 * Reads Bayeux messages. The {@code data} of a message stays the JSON that came, so that no number changes its type. Fields
 * of another type than Bayeux gives them are left out: CometD casts them, and a failing cast would end its loop of polls.
 */
final class BayeuxJson {
    private static final Map<String, Predicate<JsonNode>> OF_MESSAGE = Map.of(
            Message.SUCCESSFUL_FIELD,
            JsonNode::isBoolean,
            Message.CLIENT_ID_FIELD,
            JsonNode::isTextual,
            Message.SUBSCRIPTION_FIELD,
            JsonNode::isTextual,
            Message.SUPPORTED_CONNECTION_TYPES_FIELD,
            JsonNode::isArray,
            Message.ADVICE_FIELD,
            JsonNode::isObject,
            Message.EXT_FIELD,
            JsonNode::isObject,
            "x-messages",
            JsonNode::isNumber);

    private static final Map<String, Predicate<JsonNode>> OF_ADVICE = Map.of(
            Message.RECONNECT_FIELD, JsonNode::isTextual,
            Message.TIMEOUT_FIELD, JsonNode::isNumber,
            Message.INTERVAL_FIELD, JsonNode::isNumber,
            Message.MAX_INTERVAL_FIELD, JsonNode::isNumber);

    private BayeuxJson() {}

    /** The messages of an answer: an array of them, or one alone. Whatever else there is, is left out. */
    static List<Message.Mutable> messages(JsonNode answer) {
        List<Message.Mutable> messages = new ArrayList<>();
        Iterable<JsonNode> elements = answer.isArray() ? answer : List.of(answer);
        for (JsonNode element : elements) {
            if (isChannel(element.path(Message.CHANNEL_FIELD))) {
                messages.add(message(element));
            }
        }
        return messages;
    }

    private static boolean isChannel(JsonNode channel) {
        try {
            return channel.isTextual() && new ChannelId(channel.textValue()).depth() > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Message.Mutable message(JsonNode json) {
        HashMapMessage message = new HashMapMessage();
        json.properties().forEach(field -> {
            Object value = value(field.getKey(), field.getValue());
            if (value != null) {
                message.put(field.getKey(), value);
            }
        });
        return message;
    }

    private static @Nullable Object value(String name, JsonNode json) {
        if (name.equals(Message.DATA_FIELD)) {
            return json;
        }
        if (!fits(OF_MESSAGE, name, json)) {
            return null;
        }
        return name.equals(Message.ADVICE_FIELD) ? map(json, OF_ADVICE) : plain(json);
    }

    private static boolean fits(Map<String, Predicate<JsonNode>> types, String name, JsonNode json) {
        Predicate<JsonNode> type = types.get(name);
        return type == null || type.test(json);
    }

    /** The value as CometD expects it: maps, lists, texts, numbers. */
    private static @Nullable Object plain(JsonNode json) {
        if (json.isObject()) {
            return map(json, Map.of());
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

    private static Map<String, Object> map(JsonNode json, Map<String, Predicate<JsonNode>> types) {
        Map<String, Object> map = new HashMap<>();
        json.properties().forEach(field -> {
            Object value = fits(types, field.getKey(), field.getValue()) ? plain(field.getValue()) : null;
            if (value != null) {
                map.put(field.getKey(), value);
            }
        });
        return map;
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
