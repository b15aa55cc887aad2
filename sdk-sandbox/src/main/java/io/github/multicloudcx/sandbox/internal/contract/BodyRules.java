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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a body is there when it has to be, of the documented type, and valid against its schema. */
final class BodyRules {
    private final SchemaRules schemaRules = new SchemaRules();

    List<String> problems(Operation operation, Exchange exchange) {
        @Nullable RequestBody body = operation.body();
        if (body == null) {
            return exchange.body().length == 0 ? List.of() : List.of("body is not documented");
        }
        if (exchange.body().length == 0) {
            return body.required() ? List.of("body is required") : List.of();
        }
        if (!exchange.contentType().equals(body.contentType())) {
            return List.of("header Content-Type is not " + body.contentType() + ": " + exchange.contentType());
        }
        return read(body, exchange)
                .map(document -> schemaRules.problems(operation.id(), body.schema(), document))
                .orElseGet(() -> List.of("body is not " + body.contentType()));
    }

    private static Optional<JsonNode> read(RequestBody body, Exchange exchange) {
        return switch (body.contentType()) {
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
