package io.github.multicloudcx.sandbox.internal.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One documented operation.
 *
 * @param id operationId
 * @param file contract file it comes from
 * @param method HTTP method in upper case
 * @param path path template below the host
 * @param otherPaths templates below other documented base URLs
 * @param parameters query parameters
 * @param body request body, null when none is documented
 * @param security what a client has to send
 * @param answer schema of what an application answers to a webhook; null for all other operations
 */
public record Operation(
        String id,
        String file,
        String method,
        PathTemplate path,
        List<PathTemplate> otherPaths,
        List<QueryParameter> parameters,
        @Nullable RequestBody body,
        Security security,
        @Nullable JsonNode answer) {

    /** All documented paths. */
    public List<PathTemplate> paths() {
        List<PathTemplate> paths = new ArrayList<>(otherPaths);
        paths.add(0, path);
        return paths;
    }

    /** Names of the query parameters. */
    public List<String> parameterNames() {
        return parameters.stream().map(QueryParameter::name).toList();
    }

    /**
     * A documented query parameter.
     *
     * @param name name
     * @param required whether it has to be there
     * @param type JSON schema type
     * @param values closed list of values, empty when open
     * @param pattern regular expression of the schema, null without one
     */
    public record QueryParameter(
            String name,
            boolean required,
            String type,
            List<String> values,
            @Nullable String pattern) {}

    /**
     * A documented request body.
     *
     * @param required whether it has to be there
     * @param contentTypes its media types, the usual one first
     * @param schema their common schema, references resolved and closed against unknown fields
     */
    public record RequestBody(boolean required, List<String> contentTypes, JsonNode schema) {
        /** The usual media type. */
        public String contentType() {
            return contentTypes.get(0);
        }
    }

    /**
     * What a client has to send to be let in.
     *
     * @param apiKey whether the gateway asks for its key
     * @param scheme {@code Bearer}, {@code Basic} or empty
     * @param open whether a browser may come without anything
     * @param headers further headers that it has to send, such as a signature
     */
    public record Security(boolean apiKey, String scheme, boolean open, List<String> headers) {}
}
