package io.github.multicloudcx.nexus.openmedia;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.Call;

/** Stopping an open media interaction; see "stopInteractionRequest". Both fields are optional. */
public interface StopInteraction {
    /**
     * Names the reason.
     *
     * @param name system name of the reason, not blank
     * @return a copy
     */
    StopInteraction reasonSystemName(String name);

    /**
     * Describes the reason.
     *
     * @param text not blank
     * @return a copy
     */
    StopInteraction reasonDescription(String text);

    /**
     * Stops it. It is not repeated when its fate is unknown.
     *
     * @return the call
     */
    Call<JsonNode> call();
}
