package io.github.multicloudcx.nexus.openmedia;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.Call;

/** Changes of the properties of an open media interaction; see "changePropertiesRequest". */
public interface UpdateInteraction {
    /**
     * Changes a property.
     *
     * @param name name of the property, not blank
     * @param value text, number, boolean, map, list or JSON
     * @return a copy
     */
    UpdateInteraction change(String name, Object value);

    /**
     * Adds a property.
     *
     * @param name name of the property, not blank
     * @param value text, number, boolean, map, list or JSON
     * @return a copy
     */
    UpdateInteraction add(String name, Object value);

    /**
     * Deletes a property.
     *
     * @param name name of the property, not blank
     * @return a copy
     */
    UpdateInteraction delete(String name);

    /**
     * Carries the changes out. It is not repeated when its fate is unknown.
     *
     * @return the call
     * @throws IllegalStateException when there is no change
     */
    Call<JsonNode> call();
}
