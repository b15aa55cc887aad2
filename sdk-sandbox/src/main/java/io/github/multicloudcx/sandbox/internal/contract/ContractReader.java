package io.github.multicloudcx.sandbox.internal.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.multicloudcx.sandbox.internal.contract.Operation.QueryParameter;
import io.github.multicloudcx.sandbox.internal.contract.Operation.RequestBody;
import io.github.multicloudcx.sandbox.internal.contract.Operation.Security;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the OpenAPI files. */
final class ContractReader {
    private static final String FOLDER = "/io/github/multicloudcx/sandbox/contract/";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    private static final String GATEWAY_KEY = "apiKey";

    private final String file;
    private final JsonNode document;
    private final SchemaCloser closer;

    private ContractReader(String file, JsonNode document) {
        this.file = file;
        this.document = document;
        this.closer = new SchemaCloser(document);
    }

    static List<Operation> readAll(List<String> files) {
        YAMLMapper mapper = new YAMLMapper();
        List<Operation> operations = new ArrayList<>();
        for (String file : files) {
            operations.addAll(new ContractReader(file, read(mapper, file)).operations());
        }
        return operations;
    }

    private static JsonNode read(YAMLMapper mapper, String file) {
        try (InputStream in = ContractReader.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("The contract file " + file + " is missing from the sandbox jar");
            }
            return mapper.readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private List<Operation> operations() {
        List<String> bases = basePaths();
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (METHODS.contains(method.getKey())) {
                    operations.add(operation(bases, path.getKey(), method.getKey(), method.getValue()));
                }
            }
        }
        return operations;
    }

    /** The paths of the servers, without scheme and host. */
    private List<String> basePaths() {
        Set<String> paths = new LinkedHashSet<>();
        for (JsonNode server : document.path("servers")) {
            String path = server.path("url").asText().replaceFirst("^(https?|\\{scheme})://[^/]*", "");
            paths.add(path.startsWith("/") ? path : "");
        }
        return List.copyOf(paths);
    }

    private Operation operation(List<String> bases, String path, String method, JsonNode node) {
        List<PathTemplate> paths =
                bases.stream().map(base -> new PathTemplate(base + path)).toList();
        return new Operation(
                node.path("operationId").asText(),
                file,
                method.toUpperCase(Locale.ROOT),
                paths.get(0),
                paths.subList(1, paths.size()),
                parameters(node.path("parameters")),
                body(node.path("requestBody")),
                security(node.path("security")),
                node.path("x-webhook").asBoolean() ? answer(node.path("responses")) : null);
    }

    private List<QueryParameter> parameters(JsonNode nodes) {
        List<QueryParameter> parameters = new ArrayList<>();
        for (JsonNode reference : nodes) {
            JsonNode node = closer.resolve(reference);
            if (node.path("in").asText().equals("query")) {
                parameters.add(queryParameter(node, node.path("schema")));
            }
        }
        return parameters;
    }

    private static QueryParameter queryParameter(JsonNode node, JsonNode schema) {
        List<String> values = new ArrayList<>();
        schema.path("enum").forEach(value -> values.add(value.asText()));
        return new QueryParameter(
                node.path("name").asText(),
                node.path("required").asBoolean(),
                schema.path("type").asText("string"),
                values,
                schema.path("pattern").textValue());
    }

    private @Nullable RequestBody body(JsonNode reference) {
        JsonNode node = closer.resolve(reference);
        if (node.path("content").isEmpty()) {
            return null;
        }
        List<String> types = new ArrayList<>();
        node.path("content").fieldNames().forEachRemaining(types::add);
        JsonNode schema = closer.close(node.path("content").path(types.get(0)).path("schema"));
        return new RequestBody(node.path("required").asBoolean(), List.copyOf(types), schema);
    }

    private JsonNode answer(JsonNode responses) {
        return closer.close(responses.at("/200/content/application~1json/schema"));
    }

    private Security security(JsonNode alternatives) {
        JsonNode first = alternatives.path(0);
        // when nothing is the first alternative, credentials are somewhere else: a program comes, and not a browser
        boolean open = false;
        for (JsonNode alternative : alternatives) {
            open |= alternative.isEmpty() && !first.isEmpty();
        }
        String scheme = "";
        List<String> headers = new ArrayList<>();
        for (Map.Entry<String, JsonNode> requirement : first.properties()) {
            JsonNode declared = document.at("/components/securitySchemes/" + requirement.getKey());
            if (declared.path("type").asText().equals("http")) {
                scheme = declared.path("scheme").asText().equals("bearer") ? "Bearer" : "Basic";
            } else if (!requirement.getKey().equals(GATEWAY_KEY)) {
                headers.add(declared.path("name").asText());
            }
        }
        return new Security(first.has(GATEWAY_KEY), scheme, open, headers);
    }
}
