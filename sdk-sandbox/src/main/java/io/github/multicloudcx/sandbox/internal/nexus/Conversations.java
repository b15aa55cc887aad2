package io.github.multicloudcx.sandbox.internal.nexus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.multicloudcx.sandbox.internal.http.Answer;
import io.github.multicloudcx.sandbox.internal.http.Json;
import io.github.multicloudcx.sandbox.internal.server.Invocation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What comes in on channels, and which webhooks went out before. */
final class Conversations {
    private final NexusSettings settings;
    private final Consumer<Received> agent;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
    private final AtomicLong ids = new AtomicLong();

    Conversations(NexusSettings settings, Consumer<Received> agent) {
        this.settings = settings;
        this.agent = agent;
    }

    Answer receive(MessageChannel channel, Invocation invocation) {
        JsonNode messages = Json.parse(invocation.exchange().body())
                .map(body -> body.path("messages"))
                .orElseGet(Json::object);
        if (!messages.isArray() || messages.isEmpty()) {
            return Answer.error(400, "There are no messages");
        }
        List<Received> taken = new ArrayList<>();
        for (JsonNode message : messages) {
            String id = "in-" + ids.incrementAndGet();
            taken.add(new Received(channel.id(), id, message, receipt(message) ? about(channel, message) : null));
        }
        received.addAll(taken);
        taken.stream().filter(each -> !receipt(each.json())).forEach(agent);
        return Answer.json(200, answer(taken));
    }

    private JsonNode answer(List<Received> taken) {
        ObjectNode body = Json.object();
        body.putObject("status").put("code", 0);
        boolean receiptsOnly = taken.stream().allMatch(each -> receipt(each.json()));
        if (receiptsOnly && !settings.receiptsHaveData()) {
            return body;
        }
        ArrayNode list = body.putObject("data").putArray("ids");
        for (Received each : taken) {
            if (settings.idsAreObjects()) {
                list.addObject().put("id", each.id());
            } else {
                list.add(each.id());
            }
        }
        return body;
    }

    private static boolean receipt(JsonNode message) {
        return message.path("type").asText().equals("Receipt");
    }

    /** The webhook whose id (its own or that of its answer), sender and recipient a receipt repeats. */
    private @Nullable Delivery about(MessageChannel channel, JsonNode receipt) {
        JsonNode place = receipt.path("channel");
        return deliveries.stream()
                .filter(delivery -> delivery.channelId().equals(channel.id()))
                .filter(delivery -> Bodies.repeats(delivery.json(), place, delivery.messageId()))
                .findFirst()
                .orElse(null);
    }

    void sent(Delivery delivery) {
        deliveries.add(delivery);
    }

    List<Delivery> deliveries() {
        return List.copyOf(deliveries);
    }

    List<Received> received() {
        return List.copyOf(received);
    }
}
