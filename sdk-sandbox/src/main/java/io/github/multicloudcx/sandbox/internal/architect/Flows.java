package io.github.multicloudcx.sandbox.internal.architect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The flows in the order in which they were made. */
final class Flows {
    private final Map<String, Flow> flows = new LinkedHashMap<>();

    synchronized void add(Flow flow) {
        if (flows.putIfAbsent(flow.facts().id(), flow) != null) {
            throw new IllegalArgumentException("There is a flow " + flow.facts().id() + " already");
        }
    }

    synchronized List<Flow> all() {
        return List.copyOf(flows.values());
    }

    synchronized Optional<Flow> find(String id) {
        return Optional.ofNullable(flows.get(id));
    }
}
