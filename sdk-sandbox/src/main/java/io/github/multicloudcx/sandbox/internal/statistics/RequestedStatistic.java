package io.github.multicloudcx.sandbox.internal.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.multicloudcx.sandbox.StatisticKey;
import io.github.multicloudcx.sandbox.internal.http.Json;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A statistic as a client describes it. */
final class RequestedStatistic {
    private static final Set<String> NOTIFICATION_FIELDS =
            Set.of("notificationMode", "notificationFrequency", "insensitivity");

    private final JsonNode json;

    RequestedStatistic(JsonNode json) {
        this.json = json;
    }

    String statisticId() {
        return json.path("statisticId").asText();
    }

    String name() {
        return json.path("name").asText();
    }

    String objectType() {
        return json.path("objectType").asText();
    }

    String objectId() {
        return json.path("objectId").asText();
    }

    private boolean isDefined() {
        return name().isEmpty() && json.path("definition").isObject();
    }

    /** Why it cannot be opened, as an element of {@code errors}. */
    Optional<ObjectNode> problem(StatisticsSettings settings, boolean definitionsAllowed) {
        if (objectType().isEmpty() || objectId().isEmpty()) {
            return Optional.of(Envelopes.failure(400, "objectType and objectId are mandatory"));
        }
        if (isDefined() && definitionsAllowed) {
            return Optional.empty();
        }
        if (name().isEmpty()) {
            return Optional.of(Envelopes.failure(400, "The statistic has no name"));
        }
        return settings.isConfigured(name())
                ? Optional.empty()
                : Optional.of(Envelopes.failure(404, "Unknown statistic " + name()));
    }

    /** The same definition of the same object is the same statistic, however often it is notified. */
    StatisticKey key() {
        return new StatisticKey(isDefined() ? canonical() : name(), objectType(), objectId());
    }

    private String canonical() {
        TreeMap<String, JsonNode> fields = new TreeMap<>();
        json.path("definition").properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        fields.keySet().removeAll(NOTIFICATION_FIELDS);
        return Json.object().setAll(fields).toString();
    }

    Notification notification() {
        return isDefined() ? Notification.of(json.path("definition")) : Notification.ON_EVERY_CHANGE;
    }
}
