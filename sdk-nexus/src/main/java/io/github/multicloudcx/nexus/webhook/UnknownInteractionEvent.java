package io.github.multicloudcx.nexus.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.internal.check.Require;
import org.jspecify.annotations.Nullable;

/**
 * An event that the reference does not describe.
 *
 * @param event name of the event, or null when there is none
 * @param interaction what is known of the interaction
 * @param json the event as it arrived
 */
public record UnknownInteractionEvent(@Nullable String event, Interaction interaction, JsonNode json)
        implements InteractionEvent {
    /**
     * Checks.
     *
     * @param event name of the event, or null when there is none
     * @param interaction what is known of the interaction
     * @param json the event as it arrived
     */
    public UnknownInteractionEvent {
        Require.present(interaction, "interaction");
        Require.present(json, "json");
    }
}
