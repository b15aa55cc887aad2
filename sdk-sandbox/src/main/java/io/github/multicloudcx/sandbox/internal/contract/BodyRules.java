package io.github.multicloudcx.sandbox.internal.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.multicloudcx.sandbox.internal.contract.Operation.RequestBody;
import io.github.multicloudcx.sandbox.internal.http.Exchange;
import io.github.multicloudcx.sandbox.internal.http.Json;
import io.github.multicloudcx.sandbox.internal.http.MediaTypes;
import io.github.multicloudcx.sandbox.internal.http.Multipart;
import io.github.multicloudcx.sandbox.internal.http.Parameters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether a body is there when it has to be, of the documented type, and valid against its schema. */
final class BodyRules {
    private final SchemaRules schemaRules = new SchemaRules();

    List<String> problems(Operation operation, Exchange exchange, Map<String, String> pathParameters) {
        @Nullable RequestBody body = operation.body();
        if (body == null) {
            return exchange.body().length == 0 ? List.of() : List.of("body is not documented");
        }
        if (exchange.body().length == 0) {
            return body.required() ? List.of("body is required") : List.of();
        }
        if (!body.contentTypes().contains(exchange.contentType())) {
            String types = String.join(" or ", body.contentTypes());
            return List.of("header Content-Type is not " + types + ": " + exchange.contentType());
        }
        return read(exchange)
                .map(document -> Stream.concat(
                                schemaRules.problems(operation.id(), body.schema(), document).stream(),
                                contradictions(document, pathParameters))
                        .toList())
                .orElseGet(() -> List.of("body is not " + exchange.contentType()));
    }

    /** A field that is called like a part of the path repeats it. */
    private static Stream<String> contradictions(JsonNode document, Map<String, String> pathParameters) {
        return pathParameters.entrySet().stream()
                .filter(part ->
                        !document.path(part.getKey()).asText(part.getValue()).equals(part.getValue()))
                .map(part -> "body $." + part.getKey() + " is not the one of the path");
    }

    private static Optional<JsonNode> read(Exchange exchange) {
        return switch (exchange.contentType()) {
            case MediaTypes.FORM -> Optional.of(strings(Parameters.parse(exchange.bodyText())));
            case MediaTypes.MULTIPART -> Multipart.parse(exchange).map(BodyRules::names);
            default -> Json.parse(exchange.body());
        };
    }

    private static JsonNode strings(Parameters form) {
        ObjectNode document = Json.object();
        form.asMap().forEach(document::put);
        return document;
    }

    private static JsonNode names(Multipart multipart) {
        ObjectNode document = Json.object();
        multipart.parts().keySet().forEach(name -> document.put(name, ""));
        return document;
    }
}
