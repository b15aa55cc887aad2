package io.github.multicloudcx.nexus.openmedia;

import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.error.ConflictException;
import java.time.Instant;
import java.util.Map;

/** A new open media interaction; see "createInteractionRequest". Every field is optional. The methods return a copy. */
public interface CreateInteraction {
    /**
     * Attaches an id of the application. With it, creating is safe to repeat and is repeated when its fate is unknown: the
     * server knows the interaction again and answers 409.
     *
     * @param id not blank
     * @return a copy
     */
    CreateInteraction externalId(String id);

    /**
     * Names the parent.
     *
     * @param id id of the parent interaction, not blank
     * @return a copy
     */
    CreateInteraction parentInteractionId(String id);

    /**
     * Says when it was received, in whatever form the service expects; the reference documents none.
     *
     * @param text not blank, sent as it is
     * @return a copy
     */
    CreateInteraction receivedAt(String text);

    /**
     * Says when it was received, in ISO 8601 in UTC.
     *
     * @param time the time
     * @return a copy
     */
    CreateInteraction receivedAt(Instant time);

    /**
     * Attaches a value.
     *
     * @param name name of the value, not blank
     * @param value text, number, boolean, map, list or JSON
     * @return a copy
     */
    CreateInteraction userData(String name, Object value);

    /**
     * Attaches values.
     *
     * @param values names and values, as for {@link #userData(String, Object)}
     * @return a copy
     */
    CreateInteraction userData(Map<String, ?> values);

    /**
     * Takes the interaction that has the external id already, instead of failing with {@link ConflictException}: it is asked
     * for and returned.
     *
     * @return a copy
     */
    CreateInteraction returnExisting();

    /**
     * Creates it. A timeout that is set on the call counts for asking for the existing one as well.
     *
     * @return the call
     * @throws IllegalStateException when {@link #returnExisting()} was asked for without an external id
     */
    Call<CreatedInteraction> call();
}
