package io.github.multicloudcx.sandbox.internal.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.multicloudcx.sandbox.internal.http.Json;
import java.time.Instant;
import java.util.List;

/** Writes the messages of the two channels. */
final class Messenger {
    static final String UPDATES = "/statistics/v3/updates";
    static final String SERVICE = "/statistics/v3/service";

    private final StatisticsSettings settings;
    private final Shapes shapes;

    Messenger(StatisticsSettings settings, Shapes shapes) {
        this.settings = settings;
        this.shapes = shapes;
    }

    /** Sends updates of a subscription in one message, and what misbehaviour was asked for. */
    void send(Subscription subscription, List<Update> updates) {
        deliver(subscription, updates);
        if (settings.updatesShuffled()) {
            deliver(subscription, updates.stream().map(Update::overtaken).toList());
        }
    }

    private void deliver(Subscription subscription, List<Update> updates) {
        ArrayNode statistics = Json.array();
        for (Update update : updates) {
            statistics.add(statistic(subscription.id(), update.statisticId(), update.value(), update.time()));
        }
        JsonNode message = update(statistics);
        subscription.session().deliver(UPDATES, message);
        if (settings.updatesRepeated()) {
            subscription.session().deliver(UPDATES, message);
        }
    }

    private ObjectNode statistic(String subscriptionId, String statisticId, TrueValue value, Instant time) {
        ObjectNode statistic =
                Json.object().put("subscriptionId", subscriptionId).put("statisticId", statisticId);
        statistic.set("value", shapes.value(value));
        return statistic.set("timestamp", shapes.timestamp(time));
    }

    /** The message about a single value. */
    JsonNode update(String subscriptionId, String statisticId, TrueValue value, Instant time) {
        return update(Json.array().add(statistic(subscriptionId, statisticId, value, time)));
    }

    private JsonNode update(ArrayNode statistics) {
        return message("StatisticUpdate", UPDATES, Json.object().set("statistics", statistics));
    }

    /** The message about the state of the service. */
    JsonNode serviceState(String state) {
        return message("ServiceStateChange", SERVICE, Json.object().put("serviceState", state));
    }

    private JsonNode message(String name, String topic, JsonNode data) {
        return settings.updatesWrapped()
                ? Json.object().put("name", name).put("topic", topic).set("data", data)
                : data;
    }
}
