package io.github.multicloudcx.core.internal.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** GRS and OAuth: bare on success; their error bodies are recognised even under a status of success. */
final class ErrorOnlyEnvelope implements EnvelopeReader {
    static final EnvelopeReader ERRORS = new ErrorOnlyEnvelope();

    private ErrorOnlyEnvelope() {}

    @Override
    public Reading read(JsonNode body) {
        boolean oauth = body.path("error").isTextual() && !body.has("access_token");
        boolean grs = body.path("message").isTextual() && body.path("errors").isArray();
        return oauth || grs ? new Reading.Refused(Problems.of(body)) : new Reading.Value(body, null, List.of());
    }
}
