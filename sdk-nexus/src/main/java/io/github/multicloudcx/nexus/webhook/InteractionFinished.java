package io.github.multicloudcx.nexus.webhook;

import io.github.multicloudcx.core.internal.check.Require;

/**
 * FINISHED: processing of the interaction was stopped.
 *
 * @param interaction the interaction
 */
public record InteractionFinished(Interaction interaction) implements InteractionEvent {
    /**
     * Checks.
     *
     * @param interaction the interaction
     */
    public InteractionFinished {
        Require.present(interaction, "interaction");
    }
}
