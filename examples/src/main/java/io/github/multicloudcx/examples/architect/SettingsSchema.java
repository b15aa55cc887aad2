package io.github.multicloudcx.examples.architect;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What an update must look like: a JSON schema (draft 2020-12) for the whole body. */
public final class SettingsSchema {
    private static final String STANDARD = "flow-patch.schema.json";

    private final JsonSchema schema;

    private SettingsSchema(JsonNode schema) {
        SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
                .locale(Locale.ENGLISH)
                .pathType(PathType.JSON_POINTER)
                .build();
        this.schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema, config);
    }

    /** What the tutorial documents: the four fields, and the types of the settings that it names; others may be added. */
    public static SettingsSchema standard() {
        try (InputStream in = SettingsSchema.class.getResourceAsStream(STANDARD)) {
            return new SettingsSchema(new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A schema of one's own.
     *
     * @param file the schema
     * @return the schema
     * @throws IOException when it cannot be read
     * @throws IllegalArgumentException when it is no schema
     */
    public static SettingsSchema read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            JsonNode schema = new ObjectMapper().readTree(in);
            if (!schema.isObject()) {
                throw new IllegalArgumentException(file + " is not a JSON schema");
            }
            return new SettingsSchema(schema);
        }
    }

    /** Everything in an update that the schema does not allow, in the order of the places. */
    public List<SchemaViolation> violations(JsonNode update) {
        return schema.validate(update).stream()
                .map(SettingsSchema::violation)
                .sorted()
                .toList();
    }

    private static SchemaViolation violation(ValidationMessage message) {
        String place = message.getInstanceLocation().toString();
        return switch (message.getType()) {
            case "required" -> new SchemaViolation(place + field(message), "is required");
            case "additionalProperties", "unevaluatedProperties" ->
                new SchemaViolation(place + field(message), "is not allowed");
            default -> new SchemaViolation(place, message.getMessage().replaceFirst("^[^:]*: ", ""));
        };
    }

    private static String field(ValidationMessage message) {
        return JsonPointer.empty().appendProperty(message.getProperty()).toString();
    }
}
