package io.github.multicloudcx.nexus.internal.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.nexus.internal.JsonValues;
import io.github.multicloudcx.nexus.messaging.ChannelAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads fields that may be absent or of another type than expected. */
final class Fields {
    private Fields() {}

    /** A text that says something. */
    static @Nullable String text(JsonNode object, String name) {
        return JsonValues.text(object.path(name));
    }

    /** A text that may be empty or blank, as that of a message. */
    static @Nullable String content(JsonNode object, String name) {
        JsonNode value = object.path(name);
        return value.isValueNode() && !value.isNull() ? value.asText() : null;
    }

    /** An array, or one element in its place. */
    static List<JsonNode> many(JsonNode value) {
        List<JsonNode> elements = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(elements::add);
        } else if (!value.isMissingNode() && !value.isNull()) {
            elements.add(value);
        }
        return elements;
    }

    /** An object with an id, or the bare id. */
    static @Nullable ChannelAddress address(JsonNode value) {
        JsonNode holder = value.isArray() && value.size() == 1 ? value.get(0) : value;
        if (!holder.isObject()) {
            boolean bare = holder.isTextual() && !holder.textValue().isBlank();
            return bare ? ChannelAddress.of(holder.textValue()) : null;
        }
        String id = text(holder, "id");
        return id == null ? null : new ChannelAddress(id, text(holder, "name"));
    }

    static List<ChannelAddress> addresses(JsonNode value) {
        List<ChannelAddress> addresses = new ArrayList<>();
        for (JsonNode element : many(value)) {
            ChannelAddress address = address(element);
            if (address != null) {
                addresses.add(address);
            }
        }
        return addresses;
    }
}
