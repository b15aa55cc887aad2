package io.github.multicloudcx.nexus.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.internal.check.Require;
import org.jspecify.annotations.Nullable;

/**
 * The interaction that an event is about; see "entity" of the reference. Every field may be absent.
 *
 * @param id id of the interaction
 * @param mediaType chat or email
 * @param interactionSubtype kind of the interaction
 * @param selfUri address of its data
 * @param json the entity as it arrived
 */
public record Interaction(
        @Nullable String id,
        @Nullable MediaType mediaType,
        @Nullable InteractionSubtype interactionSubtype,
        @Nullable String selfUri,
        JsonNode json) {
    /**
     * Checks.
     *
     * @param id id of the interaction
     * @param mediaType chat or email
     * @param interactionSubtype kind of the interaction
     * @param selfUri address of its data
     * @param json the entity as it arrived
     */
    public Interaction {
        Require.present(json, "json");
    }
}
