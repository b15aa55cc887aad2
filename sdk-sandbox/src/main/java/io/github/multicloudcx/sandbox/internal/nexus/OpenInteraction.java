package io.github.multicloudcx.sandbox.internal.nexus;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.multicloudcx.sandbox.internal.http.Json;
import org.jspecify.annotations.Nullable;

/** An open media interaction. A change makes another one, and nobody changes the JSON that it holds. */
record OpenInteraction(
        String service,
        String id,
        @Nullable String externalId,
        ObjectNode given,
        ObjectNode properties,
        @Nullable ObjectNode stopReason) {
    OpenInteraction stopped(ObjectNode reason) {
        return new OpenInteraction(service, id, externalId, given, properties, reason);
    }

    OpenInteraction with(ObjectNode others) {
        return new OpenInteraction(service, id, externalId, given, others, stopReason);
    }

    ObjectNode json() {
        ObjectNode json = Json.object().put("id", id).put("state", stopReason == null ? "queued" : "stopped");
        json.setAll(given.deepCopy());
        json.set("userData", properties.deepCopy());
        if (stopReason != null) {
            json.setAll(stopReason.deepCopy());
        }
        return json;
    }
}
