package io.github.multicloudcx.examples.architect;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Finds flows by their exact names; the server takes a name for a pattern. */
final class FlowSearch {
    private static final int SHOWN = 5;

    private final ArchitectClient client;

    FlowSearch(ArchitectClient client) {
        this.client = client;
    }

    /** The one flow of that name, with its newest version and settings. */
    KnownFlow find(String name) {
        List<Flow> similar = client.flows(name).toList();
        List<Flow> exact =
                similar.stream().filter(flow -> name.equals(flow.name())).toList();
        if (exact.isEmpty()) {
            throw refused("no flow is named \"" + name + "\" at " + client.address() + alike(similar));
        }
        if (exact.size() > 1) {
            throw refused("several flows are named \"" + name + "\": "
                    + exact.stream().map(flow -> String.valueOf(flow.id())).collect(Collectors.joining(", ")));
        }
        KnownFlow flow = KnownFlow.read(exact.get(0), name);
        if (flow == null) {
            throw refused("the server did not return id, version and settings of flow \"" + name + "\"");
        }
        return flow;
    }

    private static String alike(List<Flow> similar) {
        String names = similar.stream()
                .map(Flow::name)
                .filter(Objects::nonNull)
                .limit(SHOWN)
                .map(name -> "\"" + name + "\"")
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : "; there are " + names;
    }

    boolean exists(String name) {
        return client.flows(name).anyMatch(flow -> name.equals(flow.name()));
    }

    private static FlowUpdateException refused(String reason) {
        return new FlowUpdateException("Not changed: " + reason, FlowState.AS_BEFORE, null);
    }
}
