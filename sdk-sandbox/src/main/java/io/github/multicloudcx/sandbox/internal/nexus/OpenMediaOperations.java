package io.github.multicloudcx.sandbox.internal.nexus;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.sandbox.internal.http.Answer;
import io.github.multicloudcx.sandbox.internal.http.Json;
import io.github.multicloudcx.sandbox.internal.server.Invocation;
import io.github.multicloudcx.sandbox.internal.server.OperationHandler;
import java.util.Map;
import java.util.Optional;

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
            handlers.put("getOpenMediaInteraction" + door, invocation -> shown(interactions.find(key(invocation))));
            handlers.put(
                    "stopOpenMediaInteraction" + door,
                    invocation -> shown(interactions.stop(key(invocation), data(invocation))));
            handlers.put(
                    "updateOpenMediaInteraction" + door,
                    invocation -> shown(interactions.update(key(invocation), data(invocation))));
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

    private static OpenInteractions.Key key(Invocation invocation) {
        return new OpenInteractions.Key(
                invocation.path("openMediaService"),
                invocation.path().get("interactionId"),
                invocation.path().get("externalId"));
    }

    private static Answer shown(Optional<OpenInteraction> found) {
        return found.map(interaction -> Answer.json(200, interaction.json()))
                .orElseGet(() -> Answer.error(404, "Resource not found"));
    }

    private static JsonNode data(Invocation invocation) {
        return Json.parse(invocation.exchange().body())
                .map(body -> body.path("data"))
                .orElseGet(Json::object);
    }
}
