package io.github.multicloudcx.core.internal.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.ResponseStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** {@code {"status":{"code","message","detail"},"data","errors"}}, where it is due and where it may turn up. */
final class StatusEnvelope implements EnvelopeReader {
    static final EnvelopeReader ENGAGE =
            new StatusEnvelope(Codes.NUMBERS, CodeIsDue.ALWAYS, List.of("data"), StatusEnvelope::data);
    static final EnvelopeReader SECURE_EMAIL =
            new StatusEnvelope(Codes.WORDS, CodeIsDue.WITH_STATUS, List.of(), UnaryOperator.identity());
    static final EnvelopeReader BARE =
            new StatusEnvelope(Codes.NUMBERS, CodeIsDue.NEVER, List.of(), UnaryOperator.identity());
    static final EnvelopeReader BARE_OR_ENGAGE =
            new StatusEnvelope(Codes.NUMBERS, CodeIsDue.NEVER, List.of(), StatusEnvelope::dataIfAny);

    /** Which codes mean success; a code is compared as text, whatever its JSON type. */
    enum Codes {
        NUMBERS,
        WORDS;

        boolean success(String code) {
            boolean zero = code.equals("0");
            return zero || (this == NUMBERS ? code.equals("1") || code.equals("2") : code.equals("SUCCESS"));
        }
    }

    /** When an answer without a code is not as documented. */
    enum CodeIsDue {
        ALWAYS,
        WITH_STATUS,
        NEVER
    }

    private final Codes codes;
    private final CodeIsDue due;
    private final List<String> payloadFields;
    private final UnaryOperator<JsonNode> payload;

    private StatusEnvelope(Codes codes, CodeIsDue due, List<String> payloadFields, UnaryOperator<JsonNode> payload) {
        this.codes = codes;
        this.due = due;
        this.payloadFields = payloadFields;
        this.payload = payload;
    }

    private static JsonNode data(JsonNode body) {
        return body.path("data");
    }

    /** What an API answers that documents no envelope and has been seen to send one. */
    private static JsonNode dataIfAny(JsonNode body) {
        return body.hasNonNull("data") ? data(body) : body;
    }

    @Override
    public List<String> payloadFields() {
        return payloadFields;
    }

    @Override
    public Reading read(JsonNode body) {
        JsonNode status = body.path("status");
        String code = Problems.text(status.path("code"));
        if (code == null) {
            boolean wanting = due == CodeIsDue.ALWAYS || (due == CodeIsDue.WITH_STATUS && body.hasNonNull("status"));
            return wanting ? missing(status) : new Reading.Value(body, null, List.of());
        }
        if (!codes.success(code)) {
            return new Reading.Refused(Problems.of(body));
        }
        return new Reading.Value(payload.apply(body), status(status), errors(body));
    }

    private static Reading missing(JsonNode status) {
        return new Reading.Malformed(
                status.isObject() ? "$.status.code is missing" : "there is no status object in it");
    }

    private static ResponseStatus status(JsonNode status) {
        return new ResponseStatus(
                Problems.text(status.path("code")), Problems.text(status.path("message")), detail(status));
    }

    private static @Nullable JsonNode detail(JsonNode status) {
        JsonNode detail = status.path("detail");
        return detail.isMissingNode() || detail.isNull() ? null : detail;
    }

    /** The elements are status objects, mostly wrapped once more in {@code status}. */
    private static List<ResponseStatus> errors(JsonNode body) {
        if (body.path("errors").isEmpty()) {
            return List.of();
        }
        List<ResponseStatus> errors = new ArrayList<>();
        for (JsonNode error : body.path("errors")) {
            errors.add(status(error.path("status").isObject() ? error.path("status") : error));
        }
        return errors;
    }
}
