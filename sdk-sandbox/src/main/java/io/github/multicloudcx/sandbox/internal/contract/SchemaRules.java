package io.github.multicloudcx.sandbox.internal.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.oas.OpenApi30;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Whether a document is valid against a schema, in words that people understand. */
final class SchemaRules {
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

    /** The id stands for the schema, which is compiled once. */
    List<String> problems(String id, JsonNode schema, JsonNode document) {
        JsonSchema compiled = schemas.computeIfAbsent(id, key -> factory.getSchema(schema, inEnglish));
        return compiled.validate(document).stream()
                .map(SchemaRules::readable)
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
