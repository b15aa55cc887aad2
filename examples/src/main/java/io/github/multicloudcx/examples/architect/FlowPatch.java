package io.github.multicloudcx.examples.architect;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Body of an update: all four fields, as the tutorial's validation schema asks for them.
 *
 * @param orgId id of the organization
 * @param flowId id of the flow
 * @param settings the settings as a whole
 * @param version the version that was read, plus one
 */
public record FlowPatch(String orgId, String flowId, JsonNode settings, int version) {
    /** Leaves the settings out, which may be long or hold secrets. */
    @Override
    public String toString() {
        return "FlowPatch[flowId=" + flowId + ", version=" + version + "]";
    }
}
