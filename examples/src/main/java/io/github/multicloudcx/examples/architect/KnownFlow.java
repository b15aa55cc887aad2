package io.github.multicloudcx.examples.architect;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A flow of which everything is there that a change needs.
 *
 * @param id id of the flow
 * @param name its name
 * @param version the newest version that was read
 * @param settings its settings, an object
 * @param confirmed false when the server left something out of its answer, and what had been sent stands in its place
 */
public record KnownFlow(String id, String name, int version, JsonNode settings, boolean confirmed) {
    /** A flow that was read; null when something is missing. */
    static @Nullable KnownFlow read(Flow flow, String name) {
        JsonNode settings = flow.settings();
        if (flow.id() == null || flow.version() == null || settings == null || !settings.isObject()) {
            return null;
        }
        return new KnownFlow(flow.id(), name, flow.version(), settings, true);
    }

    /** A flow as an update left it. */
    static KnownFlow patched(Flow answer, FlowPatch patch, String name) {
        KnownFlow whole = read(answer, name);
        return whole != null && whole.id().equals(patch.flowId())
                ? whole
                : new KnownFlow(patch.flowId(), name, patch.version(), patch.settings(), false);
    }

    /** Leaves the settings out, which may be long or hold secrets. */
    @Override
    public String toString() {
        return "flow \"" + name + "\" (" + id + "), version " + version;
    }
}
