package io.github.multicloudcx.nexus.webhook;

import io.github.multicloudcx.core.internal.check.Require;

/**
 * STARTED: the interaction was created and queued.
 *
 * @param interaction the interaction
 */
public record InteractionStarted(Interaction interaction) implements InteractionEvent {
    /**
     * Checks.
     *
     * @param interaction the interaction
     */
    public InteractionStarted {
        Require.present(interaction, "interaction");
    }
}
