package io.github.multicloudcx.sandbox.internal.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.oas.OpenApi30;
import io.github.multicloudcx.sandbox.internal.contract.Operation.RequestBody;
import io.github.multicloudcx.sandbox.internal.http.Exchange;
import io.github.multicloudcx.sandbox.internal.http.Json;
import io.github.multicloudcx.sandbox.internal.http.MediaTypes;
import io.github.multicloudcx.sandbox.internal.http.Multipart;
import io.github.multicloudcx.sandbox.internal.http.Parameters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Whether a body is there when it has to be, of the documented type, and valid against its schema. */
final class BodyRules {
    private final JsonSchemaFactory factory = JsonSchemaFactory.builder(
                    JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4))
            .metaSchema(OpenApi30.getInstance())
            .defaultMetaSchemaIri(OpenApi30.getInstance().getIri())
            .build();
    private final SchemaValidatorsConfig inEnglish = SchemaValidatorsConfig.builder()
            .locale(Locale.ENGLISH)
            .pathType(PathType.JSON_PATH)
            .build();
    private final Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();

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
                .map(document -> validate(operation.id(), body, document))
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

    private List<String> validate(String id, RequestBody body, JsonNode document) {
        JsonSchema schema = schemas.computeIfAbsent(id, key -> factory.getSchema(body.schema(), inEnglish));
        return schema.validate(document).stream()
                .map(BodyRules::readable)
                .sorted()
                .toList();
    }

    private static String readable(ValidationMessage message) {
        String location = message.getInstanceLocation().toString();
        return switch (message.getType()) {
            case "required" -> "body " + location + "." + message.getProperty() + " is required";
            case "additionalProperties" -> "body " + location + "." + message.getProperty() + " is not documented";
            default -> "body " + message.getMessage().replaceFirst(": ", " ");
        };
    }
}
