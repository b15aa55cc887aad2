package io.github.multicloudcx.nexus.openmedia;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.internal.check.Require;

/**
 * An interaction that is there now.
 *
 * @param existed true when it was there before this request, or was created by an earlier attempt of it
 * @param json what the server answers, which the reference does not describe
 */
public record CreatedInteraction(boolean existed, JsonNode json) {
    /**
     * Checks.
     *
     * @param existed true when it was there before this request, or was created by an earlier attempt of it
     * @param json what the server answers, which the reference does not describe
     */
    public CreatedInteraction {
        Require.present(json, "json");
    }
}
