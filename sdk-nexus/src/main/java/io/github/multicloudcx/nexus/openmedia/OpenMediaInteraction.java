package io.github.multicloudcx.nexus.openmedia;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.Call;

/** An open media interaction. The reference does not describe the answers, so they are open JSON. */
public interface OpenMediaInteraction {
    /**
     * Gets it; see "Get interaction".
     *
     * @return the call
     */
    Call<JsonNode> get();

    /**
     * Describes why it is stopped; see "Stop interaction".
     *
     * @return a builder
     */
    StopInteraction stop();

    /**
     * Describes changes of its properties; see "Change properties".
     *
     * @return a builder
     */
    UpdateInteraction update();
}
