package io.github.multicloudcx.examples.architect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A change that somebody wants to make.
 *
 * @param flow exact name of the flow
 * @param organizationId id of the organization, a UUID in lower case
 * @param settings merge patch (RFC 7396) of the settings: objects are merged, null removes, everything else replaces
 * @param dependsOn names of other flows that must exist; none when left out
 */
public record FlowChange(String flow, String organizationId, JsonNode settings, List<String> dependsOn) {
    private static final String UUID = "[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}";

    /** Checks and copies. */
    public FlowChange(
            @Nullable String flow,
            @Nullable String organizationId,
            @Nullable JsonNode settings,
            @Nullable List<@Nullable String> dependsOn) {
        if (flow == null || flow.isBlank()) {
            throw new IllegalArgumentException("flow is required: the exact name of the flow");
        }
        if (organizationId == null || !organizationId.matches(UUID)) {
            throw new IllegalArgumentException("organizationId is required: a UUID in lower case");
        }
        if (settings == null || !settings.isObject() || settings.isEmpty()) {
            throw new IllegalArgumentException("settings are required: an object with what is to change");
        }
        this.flow = flow;
        this.organizationId = organizationId;
        this.settings = settings.deepCopy();
        List<@Nullable String> names = dependsOn == null ? List.of() : dependsOn;
        if (names.stream().anyMatch(name -> name == null || name.isBlank())) {
            throw new IllegalArgumentException("dependsOn must hold names of flows, none blank");
        }
        this.dependsOn = List.copyOf(names);
    }

    /**
     * Reads a change.
     *
     * @param file YAML ({@code .yaml}, {@code .yml}) or JSON ({@code .json})
     * @return the change
     * @throws IOException when the file cannot be read
     * @throws IllegalArgumentException when it holds something else than a change, naming the place
     */
    public static FlowChange read(Path file) throws IOException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (!name.matches(".*\\.(json|yaml|yml)")) {
            throw new IllegalArgumentException(file + " must end in .yaml, .yml or .json");
        }
        try {
            return parse(Files.readString(file), name.endsWith(".json"), file.toString());
        } catch (MalformedInputException e) {
            throw new IllegalArgumentException(file + " is not in UTF-8", e);
        }
    }

    /**
     * Reads a change from a text.
     *
     * @param text YAML or JSON
     * @param json whether it is JSON
     * @param source where it comes from, for errors
     * @return the change
     * @throws IllegalArgumentException when it holds something else than a change, naming the place
     */
    public static FlowChange parse(String text, boolean json, String source) {
        try {
            if (!json) {
                YamlRules.check(text);
            }
            JsonNode tree = mapper(json).readTree(text);
            if (tree == null || !tree.isObject()) {
                throw new IllegalArgumentException(
                        source + " must hold an object with flow, organizationId and settings");
            }
            return mapper(json).treeToValue(tree, FlowChange.class);
        } catch (UnrecognizedPropertyException e) {
            throw new IllegalArgumentException(
                    source + ": " + e.getPropertyName() + " is not known; known are " + e.getKnownPropertyIds(), e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(source + ": " + words(e), e);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException(source + ": " + e.getMessage(), e);
        }
    }

    private static ObjectMapper mapper(boolean json) {
        return json
                ? strict(JsonMapper.builder()).build()
                : strict(YAMLMapper.builder()).build();
    }

    private static <B extends MapperBuilder<?, B>> B strict(B builder) {
        return ExactJson.exact(builder)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    private static String words(JsonProcessingException e) {
        String problem = e.getCause() instanceof IllegalArgumentException ours
                ? String.valueOf(ours.getMessage())
                : e.getOriginalMessage().lines().findFirst().orElse("cannot be read");
        boolean placed = e.getLocation() != null && e.getLocation().getLineNr() > 0;
        return placed ? problem + " (line " + e.getLocation().getLineNr() + ")" : problem;
    }
}
