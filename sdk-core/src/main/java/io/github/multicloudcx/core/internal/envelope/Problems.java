package io.github.multicloudcx.core.internal.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.error.FieldError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Recognises every documented form of error body, whichever API it comes from: gateways answer for all of them. */
public final class Problems {
    private Problems() {}

    /** What the body says; nothing when it is null or of an unknown form. */
    public static Problem of(@Nullable JsonNode body) {
        if (body == null) {
            return Problem.UNKNOWN;
        }
        if (body.isArray()) {
            return new Problem(null, null, null, List.of(), elements(body));
        }
        if (body.path("status").isObject()) {
            return engage(body.path("status"));
        }
        if (body.has("statusCode")) {
            return Problem.of(text(body.path("statusCode")), text(body.path("statusMessage")), null);
        }
        if (body.path("errors").isArray()) {
            return rules(body);
        }
        return body.path("error").isTextual()
                ? oauthOrSpring(body)
                : Problem.of(null, text(body.path("message")), null);
    }

    private static Problem engage(JsonNode status) {
        JsonNode detail = status.path("detail");
        boolean none = detail.isMissingNode() || detail.isNull() || (detail.isContainerNode() && detail.isEmpty());
        return Problem.of(text(status.path("code")), text(status.path("message")), none ? null : detail);
    }

    private static Problem rules(JsonNode body) {
        List<FieldError> fields = new ArrayList<>();
        for (JsonNode error : body.path("errors")) {
            fields.add(
                    new FieldError(text(error.path("code")), text(error.path("field")), text(error.path("message"))));
        }
        String code = fields.isEmpty() ? null : fields.get(0).code();
        return new Problem(code, text(body.path("message")), null, fields, List.of());
    }

    /** Spring's error page has a numeric {@code status} and a {@code path} beside {@code error}. */
    private static Problem oauthOrSpring(JsonNode body) {
        String error = text(body.path("error"));
        if (body.path("status").isNumber() || body.has("timestamp")) {
            String message = text(body.path("message"));
            return Problem.of(null, message == null ? error : message, null);
        }
        return Problem.of(error, text(body.path("error_description")), null);
    }

    private static List<JsonNode> elements(JsonNode array) {
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        return elements;
    }

    /** Text or number as text; null for anything else and for the empty text. */
    static @Nullable String text(JsonNode node) {
        return node.isValueNode() && !node.isNull() && !node.asText().isEmpty() ? node.asText() : null;
    }
}
