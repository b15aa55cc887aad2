package io.github.multicloudcx.nexus.webhook;

/** A change of the state of a chat or secure email; see "Event" of the reference. */
public sealed interface InteractionEvent permits InteractionStarted, InteractionFinished, UnknownInteractionEvent {
    /**
     * Returns the interaction.
     *
     * @return what is known of it
     */
    Interaction interaction();
}
