package io.github.multicloudcx.sandbox.internal.nexus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.multicloudcx.sandbox.internal.http.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All open media interactions. */
final class OpenInteractions {
    private final List<OpenInteraction> all = new ArrayList<>();

    /** Nothing when the external id is taken. */
    synchronized Optional<OpenInteraction> create(String service, JsonNode data) {
        String externalId =
                data.path("externalId").isTextual() ? data.path("externalId").asText() : null;
        if (externalId != null && find(service, null, externalId).isPresent()) {
            return Optional.empty();
        }
        ObjectNode given = data.isObject() ? ((ObjectNode) data).deepCopy() : Json.object();
        JsonNode userData = given.remove("userData");
        ObjectNode properties = userData != null && userData.isObject() ? (ObjectNode) userData : Json.object();
        OpenInteraction interaction =
                new OpenInteraction(service, UUID.randomUUID().toString(), externalId, given, properties, null);
        all.add(interaction);
        return Optional.of(interaction);
    }

    synchronized Optional<OpenInteraction> find(String service, @Nullable String id, @Nullable String externalId) {
        return all.stream()
                .filter(each -> each.service().equals(service))
                .filter(each -> id == null
                        ? externalId != null && externalId.equals(each.externalId())
                        : each.id().equals(id))
                .findFirst();
    }

    synchronized OpenInteraction stop(OpenInteraction interaction, JsonNode reason) {
        OpenInteraction stopped = interaction.stopped(reason.isObject() ? (ObjectNode) reason : Json.object());
        all.replaceAll(each -> each.id().equals(stopped.id()) ? stopped : each);
        return stopped;
    }

    synchronized OpenInteraction update(OpenInteraction interaction, JsonNode changes) {
        for (String group : List.of("changedProperties", "addedProperties")) {
            changes.path(group)
                    .properties()
                    .forEach(each -> interaction.properties().set(each.getKey(), each.getValue()));
        }
        changes.path("deletedProperties")
                .forEach(name -> interaction.properties().remove(name.asText()));
        return interaction;
    }

    synchronized List<ObjectNode> json(String service) {
        return all.stream()
                .filter(each -> each.service().equals(service))
                .map(OpenInteraction::json)
                .toList();
    }
}
