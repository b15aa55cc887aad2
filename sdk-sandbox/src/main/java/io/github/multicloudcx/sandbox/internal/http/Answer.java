package io.github.multicloudcx.sandbox.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An answer and how it is delivered. Immutable. */
public final class Answer {
    private final int status;
    private final Map<String, List<String>> headers;
    private final Payload body;
    private final Delivery delivery;

    private Answer(int status, Map<String, List<String>> headers, Payload body, Delivery delivery) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.delivery = delivery;
    }

    public static Answer empty(int status) {
        return new Answer(status, Map.of(), Payload.of(new byte[0]), Delivery.NORMAL);
    }

    public static Answer json(int status, JsonNode body) {
        return of(status, MediaTypes.JSON, Payload.of(Json.bytes(body)));
    }

    public static Answer text(int status, String contentType, String body) {
        return of(status, contentType, Payload.of(body.getBytes(StandardCharsets.UTF_8)));
    }

    public static Answer of(int status, String contentType, Payload body) {
        return new Answer(status, Map.of("Content-Type", List.of(contentType)), body, Delivery.NORMAL);
    }

    /** An error in the envelope of the services. */
    public static Answer error(int status, String message) {
        return json(status, Json.envelope(status, message));
    }

    public static Answer redirect(int status, String location) {
        return empty(status).with("Location", location);
    }

    /** The error page of a servlet container. */
    public static Answer errorPage(int status, String reason) {
        String page = "<!doctype html><html lang=\"en\"><head><title>HTTP Status " + status + "</title></head><body>"
                + "<h1>HTTP Status " + status + " \u2013 " + reason + "</h1></body></html>";
        return text(status, MediaTypes.HTML, page);
    }

    /** The JSON error page of Spring, whose status is a number. */
    public static Answer springPage(int status, Instant time, String message, String path) {
        return json(
                status,
                Json.object()
                        .put("timestamp", time.toString())
                        .put("status", status)
                        .put("error", "Internal Server Error")
                        .put("message", message)
                        .put("path", path));
    }

    /** No answer at all: the connection is reset. */
    public static Answer reset() {
        return empty(0).delivered(Delivery.of(Delivery.Kind.RESET, 0));
    }

    /** With a header in place of those of the same name. */
    public Answer with(String name, String value) {
        Map<String, List<String>> all = new LinkedHashMap<>(headers);
        all.put(name, List.of(value));
        return new Answer(status, all, body, delivery);
    }

    /** With one more header, beside those of the same name. */
    public Answer adding(String name, String value) {
        Map<String, List<String>> all = new LinkedHashMap<>(headers);
        List<String> values = new ArrayList<>(headers.getOrDefault(name, List.of()));
        values.add(value);
        all.put(name, List.copyOf(values));
        return new Answer(status, all, body, delivery);
    }

    public Answer delivered(Delivery how) {
        return new Answer(status, headers, body, how);
    }

    public Answer withBody(Payload other) {
        return new Answer(status, headers, other, delivery);
    }

    public int status() {
        return status;
    }

    public Map<String, List<String>> headers() {
        return headers;
    }

    public Payload body() {
        return body;
    }

    public Delivery delivery() {
        return delivery;
    }
}
