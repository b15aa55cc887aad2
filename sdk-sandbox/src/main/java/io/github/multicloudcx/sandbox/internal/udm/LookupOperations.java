package io.github.multicloudcx.sandbox.internal.udm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.multicloudcx.sandbox.internal.http.Answer;
import io.github.multicloudcx.sandbox.internal.http.Json;
import io.github.multicloudcx.sandbox.internal.http.Parameters;
import io.github.multicloudcx.sandbox.internal.server.Invocation;
import io.github.multicloudcx.sandbox.internal.server.OperationHandler;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lookup lists and the version. The reference prints no shapes for v10; those of v3 are used. */
final class LookupOperations {
    private static final List<String> SOURCES = List.of("UCS");
    private static final List<String> TYPES = List.of("UCS");
    private static final List<String> ENTITIES = List.of("Contact", "Interaction");

    private final Generation generation;

    LookupOperations(Generation generation) {
        this.generation = generation;
    }

    void register(Map<String, OperationHandler> handlers) {
        handlers.put(generation.operationId("getSources"), invocation -> Answer.json(200, labelled(SOURCES)));
        handlers.put(generation.operationId("getTypes"), this::types);
        handlers.put(generation.operationId("getSubTypes"), this::subTypes);
        handlers.put(
                generation.operationId("getJobStatuses"),
                invocation -> Answer.json(200, labelled(Progression.STATUSES)));
        handlers.put(generation.operationId("getAttributes"), invocation -> Answer.json(200, attributes()));
        handlers.put(generation.operationId("getLabels"), invocation -> Answer.json(200, labels()));
        handlers.put(generation.operationId("getVersion"), invocation -> Answer.json(200, version()));
    }

    private static ArrayNode labelled(List<String> values) {
        ArrayNode items = Json.array();
        values.forEach(value -> items.addObject().put("label", title(value)).put("value", value));
        return items;
    }

    private static String title(String value) {
        return value.length() < 4 ? value : value.charAt(0) + value.substring(1).toLowerCase(Locale.ROOT);
    }

    private Answer types(Invocation invocation) {
        ArrayNode types = Json.array();
        TYPES.forEach(type -> types.addObject().put("name", type).put("source", "UCS"));
        return unlessFiltered(types, invocation.query(), "source");
    }

    private Answer subTypes(Invocation invocation) {
        ArrayNode types = Json.array();
        ENTITIES.forEach(entity -> types.addObject()
                .put("name", entity)
                .put("displayName", entity + "s")
                .put("source", "UCS")
                .put("dataType", "UCS")
                .put("enabled", true));
        return unlessFiltered(types, invocation.query(), "source", "dataType");
    }

    private static Answer unlessFiltered(ArrayNode items, Parameters query, String... filters) {
        for (String filter : filters) {
            if (!query.getOr(filter, "UCS").equals("UCS")) {
                return Answer.empty(204);
            }
        }
        return Answer.json(200, items);
    }

    private static ArrayNode attributes() {
        ArrayNode attributes = Json.array();
        List.of("mediaTypeId", "startDate", "endDate", "subject")
                .forEach(name -> attributes.addObject().put("label", name).put("value", name));
        return attributes;
    }

    private static ObjectNode labels() {
        ObjectNode labels = Json.object();
        Progression.STATUSES.forEach(status -> labels.put("status." + status, title(status)));
        return labels;
    }

    private ObjectNode version() {
        return Json.object()
                .put("version", "10.0.100.01")
                .put("buildNumber", "1")
                .put("changeset", "0000000")
                .put("name", generation.service() + " (sandbox)");
    }
}
