package io.github.multicloudcx.sandbox.internal.nexus;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.sandbox.internal.http.Answer;
import io.github.multicloudcx.sandbox.internal.http.Json;
import io.github.multicloudcx.sandbox.internal.server.Invocation;
import io.github.multicloudcx.sandbox.internal.server.OperationHandler;
import java.util.Map;
import java.util.function.Function;

/** The operations of open media, by id and by external id. */
final class OpenMediaOperations {
    private final OpenInteractions interactions;
    private final NexusSettings settings;

    OpenMediaOperations(OpenInteractions interactions, NexusSettings settings) {
        this.interactions = interactions;
        this.settings = settings;
    }

    void register(Map<String, OperationHandler> handlers) {
        handlers.put("createOpenMediaInteraction", this::create);
        for (String door : new String[] {"", "ByExternalId"}) {
            handlers.put("getOpenMediaInteraction" + door, invocation -> found(invocation, OpenInteraction::json));
            handlers.put(
                    "stopOpenMediaInteraction" + door,
                    invocation -> found(
                            invocation,
                            interaction -> interactions
                                    .stop(interaction, data(invocation))
                                    .json()));
            handlers.put(
                    "updateOpenMediaInteraction" + door,
                    invocation -> found(
                            invocation,
                            interaction -> interactions
                                    .update(interaction, data(invocation))
                                    .json()));
        }
    }

    private Answer create(Invocation invocation) {
        String service = invocation.path("openMediaService");
        if (settings.unknownServices().contains(service)) {
            return Answer.error(404, "No such open media service");
        }
        return interactions
                .create(service, data(invocation))
                .map(interaction -> Answer.json(200, interaction.json()))
                .orElseGet(() -> Answer.error(409, "Resource already exists"));
    }

    private Answer found(Invocation invocation, Function<OpenInteraction, JsonNode> answer) {
        return interactions
                .find(
                        invocation.path("openMediaService"),
                        invocation.path().get("interactionId"),
                        invocation.path().get("externalId"))
                .map(interaction -> Answer.json(200, answer.apply(interaction)))
                .orElseGet(() -> Answer.error(404, "Resource not found"));
    }

    private static JsonNode data(Invocation invocation) {
        return Json.parse(invocation.exchange().body())
                .map(body -> body.path("data"))
                .orElseGet(Json::object);
    }
}
