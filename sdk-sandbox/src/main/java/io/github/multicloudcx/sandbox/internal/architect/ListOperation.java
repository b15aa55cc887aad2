package io.github.multicloudcx.sandbox.internal.architect;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.multicloudcx.sandbox.internal.http.Answer;
import io.github.multicloudcx.sandbox.internal.http.Json;
import io.github.multicloudcx.sandbox.internal.http.Parameters;
import io.github.multicloudcx.sandbox.internal.server.Invocation;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;

/** Lists flows page by page. */
final class ListOperation {
    private static final int PAGE_SIZE = 25;

    private final Flows flows;
    private final ArchitectSettings settings;

    ListOperation(Flows flows, ArchitectSettings settings) {
        this.flows = flows;
        this.settings = settings;
    }

    Answer list(Invocation invocation) {
        List<Flow> all = flows.all();
        String token = invocation.query().get("continuationToken");
        OptionalInt start = token == null ? OptionalInt.of(0) : ContinuationToken.position(token, all.size());
        if (start.isEmpty()) {
            return ArchitectErrors.answer(404, "not.found", "There is no such page");
        }
        ObjectNode page = page(all, start.getAsInt(), invocation.query());
        return page.path("entities").isEmpty() && settings.nothingFoundIs404
                ? ArchitectErrors.answer(404, "not.found", "No flow was found")
                : Answer.json(200, page);
    }

    private ObjectNode page(List<Flow> all, int start, Parameters query) {
        ObjectNode page = Json.object();
        ArrayNode entities = page.putArray("entities");
        Set<String> parts = Set.copyOf(List.of(query.getOr("expand", "").split("\\s*,\\s*", -1)));
        int size = size(query.getOr("pageSize", ""));
        for (int i = start; i < all.size(); i++) {
            Flow flow = all.get(i);
            if (!matches(flow, query)) {
                continue;
            }
            if (entities.size() == size) {
                return page.put(
                        settings.tokenInSnakeCase ? "continuation_token" : "continuationToken",
                        ContinuationToken.of(i));
            }
            entities.add(FlowEntities.expanded(
                    flow.facts(), flow.current(), settings.entitiesWithoutSettings ? Set.of() : parts));
        }
        return page;
    }

    private static int size(String sent) {
        return sent.matches("[1-9]\\d{0,8}") ? Integer.parseInt(sent) : PAGE_SIZE;
    }

    private static boolean matches(Flow flow, Parameters query) {
        String pattern = query.getOr("name", "").toLowerCase(Locale.ROOT);
        return flow.facts().name().toLowerCase(Locale.ROOT).contains(pattern);
    }
}
