package io.github.multicloudcx.sandbox.internal.nexus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.multicloudcx.sandbox.internal.http.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** All open media interactions. */
final class OpenInteractions {
    private final List<OpenInteraction> all = new ArrayList<>();

    /** By what an interaction is looked for: its id, or its external id when that is null. */
    record Key(
            String service, @Nullable String id, @Nullable String externalId) {
        private boolean fits(OpenInteraction interaction) {
            boolean same = id == null
                    ? externalId != null && externalId.equals(interaction.externalId())
                    : id.equals(interaction.id());
            return same && service.equals(interaction.service());
        }
    }

    /** Nothing when the external id is taken. */
    synchronized Optional<OpenInteraction> create(String service, JsonNode data) {
        String externalId =
                data.path("externalId").isTextual() ? data.path("externalId").asText() : null;
        if (externalId != null && find(new Key(service, null, externalId)).isPresent()) {
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

    synchronized Optional<OpenInteraction> find(Key key) {
        return all.stream().filter(key::fits).findFirst();
    }

    Optional<OpenInteraction> stop(Key key, JsonNode reason) {
        ObjectNode given = reason.isObject() ? (ObjectNode) reason : Json.object();
        return change(key, interaction -> interaction.stopped(given));
    }

    Optional<OpenInteraction> update(Key key, JsonNode changes) {
        return change(key, interaction -> interaction.with(changed(interaction.properties(), changes)));
    }

    /** Finds and changes in one step, so that of two changes at once neither is lost. */
    private synchronized Optional<OpenInteraction> change(Key key, UnaryOperator<OpenInteraction> change) {
        Optional<OpenInteraction> changed = find(key).map(change);
        changed.ifPresent(now -> all.replaceAll(each -> each.id().equals(now.id()) ? now : each));
        return changed;
    }

    private static ObjectNode changed(ObjectNode properties, JsonNode changes) {
        ObjectNode copy = properties.deepCopy();
        for (String group : List.of("changedProperties", "addedProperties")) {
            changes.path(group).properties().forEach(each -> copy.set(each.getKey(), each.getValue()));
        }
        changes.path("deletedProperties").forEach(name -> copy.remove(name.asText()));
        return copy;
    }

    synchronized List<ObjectNode> json(String service) {
        return all.stream()
                .filter(each -> each.service().equals(service))
                .map(OpenInteraction::json)
                .toList();
    }
}
