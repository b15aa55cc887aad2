package io.github.multicloudcx.core.internal.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.internal.envelope.Problem;
import io.github.multicloudcx.core.internal.envelope.Problems;
import io.github.multicloudcx.core.internal.http.CxHeaders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads answers that say no. */
final class RefusalReader {
    /** What an exception keeps of a body. */
    static final int KEPT_BYTES = 8 * 1024;

    /** What is read of it: a list of undeleted ids may be longer than what is kept as text. */
    private static final int READ_BYTES = 1024 * 1024;

    private final Engine engine;

    RefusalReader(Engine engine) {
        this.engine = engine;
    }

    Failure.Refusal read(Exchange exchange) {
        byte[] body = body(exchange);
        return refusal(exchange, body, json(body));
    }

    private Failure.Refusal refusal(Exchange exchange, byte[] body, @Nullable JsonNode json) {
        return new Failure.Refusal(
                exchange.status(),
                CxHeaders.map(exchange.response().headers()),
                Problems.of(json),
                body.length == 0 ? null : kept(body),
                RetryAfter.parse(
                        exchange.response().header("Retry-After"), engine.time().now()),
                json != null && gateway(json));
    }

    /** An error under a status of success. */
    Failure.Refusal underSuccess(Exchange exchange, Problem problem, String body) {
        String kept = kept(body.getBytes(StandardCharsets.UTF_8));
        return new Failure.Refusal(exchange.status(), exchange.headers(), problem, kept, null, false);
    }

    private static boolean gateway(JsonNode json) {
        return json.isObject()
                && json.size() == 1
                && "Forbidden".equals(json.path("message").asText());
    }

    /** A body that breaks off must not hide the status that came before it. */
    private static byte[] body(Exchange exchange) {
        try {
            return exchange.bytes(READ_BYTES);
        } catch (IOException e) {
            return new byte[0];
        }
    }

    private @Nullable JsonNode json(byte[] body) {
        try {
            JsonNode json = engine.mapper().readTree(body);
            return json == null || json.isMissingNode() ? null : json;
        } catch (IOException e) {
            return null;
        }
    }

    /** Redacts before it cuts, so that a secret at the cut is not left in half. */
    private String kept(byte[] body) {
        int length = Math.min(body.length, 2 * KEPT_BYTES);
        String text = engine.redactor().text(new String(body, 0, length, StandardCharsets.UTF_8));
        return text.length() <= KEPT_BYTES ? text : text.substring(0, KEPT_BYTES);
    }
}
