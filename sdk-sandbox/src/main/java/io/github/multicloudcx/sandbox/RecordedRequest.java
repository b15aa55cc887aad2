package io.github.multicloudcx.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A request the sandbox received, and the status it answered. Immutable. */
public final class RecordedRequest {
    private final String origin;
    private final String method;
    private final String path;
    private final @Nullable String query;
    private final Map<String, List<String>> headers;
    private final byte[] body;
    private final @Nullable String operationId;
    private final int status;

    /**
     * Creates a recorded request.
     *
     * @param origin {@code gateway} or {@code storage}
     * @param method HTTP method
     * @param path raw path
     * @param query raw query, null without one
     * @param headers headers, whatever their case
     * @param body raw body, empty without one
     * @param operationId matched operation of the contract, null when none matched
     * @param status answered status, 0 when the answer was withheld or is still to come
     */
    public RecordedRequest(
            String origin,
            String method,
            String path,
            @Nullable String query,
            Map<String, List<String>> headers,
            byte[] body,
            @Nullable String operationId,
            int status) {
        this.origin = origin;
        this.method = method;
        this.path = path;
        this.query = query;
        this.headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> this.headers.put(name, List.copyOf(values)));
        this.body = body.clone();
        this.operationId = operationId;
        this.status = status;
    }

    /**
     * Which origin received it.
     *
     * @return {@code gateway} or {@code storage}
     */
    public String origin() {
        return origin;
    }

    /**
     * HTTP method.
     *
     * @return the method in upper case
     */
    public String method() {
        return method;
    }

    /**
     * Path as it came over the wire.
     *
     * @return the raw path, still percent-encoded
     */
    public String path() {
        return path;
    }

    /**
     * Query as it came over the wire.
     *
     * @return the raw query, null without one
     */
    public @Nullable String query() {
        return query;
    }

    /**
     * All headers.
     *
     * @return an unmodifiable map that finds names in any case
     */
    public Map<String, List<String>> headers() {
        return Collections.unmodifiableMap(headers);
    }

    /**
     * The first value of a header.
     *
     * @param name name in any case
     * @return the value, null without one
     */
    public @Nullable String header(String name) {
        List<String> values = headers.get(name);
        return values == null || values.isEmpty() ? null : values.get(0);
    }

    /**
     * Body as it came over the wire.
     *
     * @return a copy of the bytes
     */
    public byte[] body() {
        return body.clone();
    }

    /**
     * Body read as UTF-8.
     *
     * @return the text
     */
    public String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /**
     * The operation of the contract that it matched.
     *
     * @return the operationId, null when none matched
     */
    public @Nullable String operationId() {
        return operationId;
    }

    /**
     * What the sandbox answered.
     *
     * @return HTTP status, 0 when the answer was withheld or is still to come
     */
    public int status() {
        return status;
    }

    /** Request line, operation and status; never headers or body, which hold secrets. */
    @Override
    public String toString() {
        return origin + " " + method + " " + path + " -> " + status + (operationId == null ? "" : " " + operationId);
    }
}
