package io.github.multicloudcx.statistics.internal.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.statistics.internal.Timestamps;
import io.github.multicloudcx.statistics.model.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what the server pushes; the payload stands in {@code data} or once more inside. */
final class PushedMessages {
    private PushedMessages() {}

    /** An element of an update. */
    record Item(
            @Nullable String subscriptionId,
            @Nullable String statisticId,
            Value value,
            @Nullable Instant timestamp) {}

    /** The values of an update; what is not as documented is left out. */
    static List<Item> updates(JsonNode data) {
        List<Item> items = new ArrayList<>();
        for (JsonNode item : payload(data, "statistics")) {
            if (item.hasNonNull("value")) {
                items.add(new Item(
                        text(item.path("subscriptionId")),
                        text(item.path("statisticId")),
                        new Value(item.path("value")),
                        Timestamps.parse(item.path("timestamp"))));
            }
        }
        return items;
    }

    /** Whether the service is available; empty when the message says neither. */
    static Optional<Boolean> available(JsonNode data) {
        String state = payload(data, "serviceState").asText().strip();
        if (state.equalsIgnoreCase("AVAILABLE")) {
            return Optional.of(true);
        }
        return state.equalsIgnoreCase("UNAVAILABLE") ? Optional.of(false) : Optional.empty();
    }

    private static JsonNode payload(JsonNode data, String field) {
        return data.has(field) ? data.path(field) : data.path("data").path(field);
    }

    private static @Nullable String text(JsonNode node) {
        return node.isValueNode() && !node.isNull() ? node.asText() : null;
    }
}
