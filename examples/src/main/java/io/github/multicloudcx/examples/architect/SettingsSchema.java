package io.github.multicloudcx.examples.architect;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.resource.DisallowSchemaLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What an update must look like: a JSON schema (draft 2020-12) for the whole body. */
public final class SettingsSchema {
    private static final String STANDARD = "flow-patch.schema.json";

    private final JsonSchema schema;

    private SettingsSchema(JsonNode schema, String source) {
        try {
            JsonSchemaFactory standard = JsonSchemaFactory.getInstance(VersionFlag.V202012);
            refuse(
                    source,
                    violations(standard.getSchema(SchemaLocation.of(SchemaId.V202012), config())
                            .validate(schema)));
            this.schema = selfContained().getSchema(schema, config());
            this.schema.initializeValidators();
        } catch (JsonSchemaException e) {
            throw new IllegalArgumentException(source + " is not a usable JSON schema: " + firstLine(e), e);
        }
    }

    /** What a schema refers to must stand in it; nothing is fetched. */
    private static JsonSchemaFactory selfContained() {
        return JsonSchemaFactory.getInstance(
                VersionFlag.V202012,
                builder -> builder.schemaLoaders(loaders -> loaders.add(DisallowSchemaLoader.getInstance())));
    }

    private static void refuse(String source, List<SchemaViolation> violations) {
        if (!violations.isEmpty()) {
            throw new IllegalArgumentException(source + " is not a JSON schema: "
                    + violations.stream().map(SchemaViolation::toString).collect(Collectors.joining("; ")));
        }
    }

    private static String firstLine(JsonSchemaException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private static SchemaValidatorsConfig config() {
        return SchemaValidatorsConfig.builder()
                .locale(Locale.ENGLISH)
                .pathType(PathType.JSON_POINTER)
                .build();
    }

    /** What the tutorial documents: the four fields, and the types of the settings that it names; others may be added. */
    public static SettingsSchema standard() {
        try (InputStream in = SettingsSchema.class.getResourceAsStream(STANDARD)) {
            return new SettingsSchema(new ObjectMapper().readTree(in), STANDARD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A schema of one's own. What it refers to must stand in it.
     *
     * @param file the schema
     * @return the schema
     * @throws IOException when the file cannot be read
     * @throws IllegalArgumentException when it is no schema
     */
    public static SettingsSchema read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new SettingsSchema(new ObjectMapper().readTree(in), file.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    file + " is not JSON (line " + e.getLocation().getLineNr() + ")", e);
        }
    }

    /** Everything in an update that the schema does not allow, in the order of the places. */
    public List<SchemaViolation> violations(JsonNode update) {
        return violations(schema.validate(update));
    }

    private static List<SchemaViolation> violations(Collection<ValidationMessage> messages) {
        return messages.stream()
                .map(SettingsSchema::violation)
                .distinct()
                .sorted()
                .toList();
    }

    private static SchemaViolation violation(ValidationMessage message) {
        JsonPointer place = pointer(message.getInstanceLocation());
        return switch (message.getType()) {
            case "required" ->
                new SchemaViolation(place.appendProperty(message.getProperty()).toString(), "is required");
            case "additionalProperties", "unevaluatedProperties" ->
                new SchemaViolation(place.appendProperty(message.getProperty()).toString(), "is not allowed");
            default -> new SchemaViolation(place.toString(), problem(message));
        };
    }

    /** The message without the place before it, which may itself hold a colon. */
    private static String problem(ValidationMessage message) {
        String place = message.getInstanceLocation() + ": ";
        String text = message.getMessage();
        return text.startsWith(place) ? text.substring(place.length()) : text;
    }

    /** With the names escaped as RFC 6901 says. */
    private static JsonPointer pointer(JsonNodePath path) {
        JsonPointer pointer = JsonPointer.empty();
        for (int i = 0; i < path.getNameCount(); i++) {
            pointer = pointer.appendProperty(path.getElement(i).toString());
        }
        return pointer;
    }
}
