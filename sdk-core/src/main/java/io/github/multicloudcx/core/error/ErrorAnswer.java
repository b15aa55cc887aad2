package io.github.multicloudcx.core.error;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the server answered when it said no.
 *
 * @param status HTTP status
 * @param headers headers of the answer; names compare without regard to case
 * @param code code of the API or of OAuth, always as text, or null
 * @param message what the server said, or null
 * @param detail further data of the envelope, or null
 * @param fieldErrors fields that were not accepted; empty when the server named none
 * @param unprocessed what a bulk request left undone, as the server listed it; empty otherwise
 * @param body the first 8 KiB of the body without secrets, or null when there was none
 */
public record ErrorAnswer(
        int status,
        Map<String, List<String>> headers,
        @Nullable String code,
        @Nullable String message,
        @Nullable JsonNode detail,
        List<FieldError> fieldErrors,
        List<JsonNode> unprocessed,
        @Nullable String body) {
    /**
     * Checks and copies.
     *
     * @param status HTTP status
     * @param headers headers of the answer; names compare without regard to case
     * @param code code of the API or of OAuth, always as text, or null
     * @param message what the server said, or null
     * @param detail further data of the envelope, or null
     * @param fieldErrors fields that were not accepted; empty when the server named none
     * @param unprocessed what a bulk request left undone, as the server listed it; empty otherwise
     * @param body the first 8 KiB of the body without secrets, or null when there was none
     */
    public ErrorAnswer {
        fieldErrors = List.copyOf(fieldErrors);
        unprocessed = Collections.unmodifiableList(new ArrayList<>(unprocessed));
    }

    /**
     * A bare status; for tests and fakes.
     *
     * @param status HTTP status
     */
    public ErrorAnswer(int status) {
        this(status, Map.of(), null, null, null, List.of(), List.of(), null);
    }

    /** Leaves headers and body out, which may be long. */
    @Override
    public String toString() {
        return "ErrorAnswer[status=" + status + ", code=" + code + ", message=" + message + "]";
    }
}
