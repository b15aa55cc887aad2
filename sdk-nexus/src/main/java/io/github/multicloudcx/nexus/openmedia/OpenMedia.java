package io.github.multicloudcx.nexus.openmedia;

/**
 * The interactions of an open media service; see "Open Media". There are two doors to an interaction: the id that Genesys
 * gave it, and the external id that the application gave it.
 */
public interface OpenMedia {
    /**
     * Describes a new interaction; see "Create interaction" ({@code POST /openmedia/{openMediaService}/interactions}).
     *
     * @return a builder
     */
    CreateInteraction create();

    /**
     * Goes to an interaction by the id that Genesys gave it
     * ({@code /openmedia/{openMediaService}/interactions/{interactionId}}).
     *
     * @param interactionId id of the interaction
     * @return its calls
     * @throws IllegalArgumentException when the id is blank, or begins with {@code ext_}, which would lead to the interaction
     *     with an external id: use {@link #byExternalId}
     */
    OpenMediaInteraction byId(String interactionId);

    /**
     * Goes to an interaction by the external id that the application gave it
     * ({@code /openmedia/{openMediaService}/interactions/ext_{externalId}}).
     *
     * @param externalId the id without {@code ext_} before it; an external id that itself begins with {@code ext_} is no
     *     exception
     * @return its calls
     * @throws IllegalArgumentException when the id is blank
     */
    OpenMediaInteraction byExternalId(String externalId);
}
