package io.github.multicloudcx.sandbox.internal.architect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.multicloudcx.sandbox.internal.http.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;

/** Flows as answers show them. */
final class FlowEntities {
    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private FlowEntities() {}

    static ObjectNode plain(Flow.Facts facts, FlowState state) {
        ObjectNode entity = Json.object().put("id", facts.id()).put("name", facts.name());
        if (facts.description() != null) {
            entity.put("description", facts.description());
        }
        return entity.put("version", state.version())
                .put("createdDate", written(facts.created()))
                .put("modifiedDate", written(state.since()));
    }

    static ObjectNode withSettings(Flow.Facts facts, FlowState state) {
        return plain(facts, state).set("settings", state.settings());
    }

    /** With as much of the settings as is asked for. */
    static ObjectNode expanded(Flow.Facts facts, FlowState state, Set<String> parts) {
        if (parts.contains("settings")) {
            return withSettings(facts, state);
        }
        ObjectNode entity = plain(facts, state);
        if (parts.contains("routing")) {
            JsonNode routing = state.settings().get("routing");
            entity.putObject("settings")
                    .setAll(routing == null ? Json.object() : Json.object().set("routing", routing));
        }
        return entity;
    }

    private static String written(Instant time) {
        return MILLISECONDS.format(time);
    }
}
