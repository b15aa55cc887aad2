package io.github.multicloudcx.core.internal.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.error.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an answer says went wrong. */
public record Problem(
        @Nullable String code,
        @Nullable String message,
        @Nullable JsonNode detail,
        List<FieldError> fieldErrors,
        List<JsonNode> unprocessed) {
    static final Problem UNKNOWN = new Problem(null, null, null, List.of(), List.of());

    static Problem of(@Nullable String code, @Nullable String message, @Nullable JsonNode detail) {
        return new Problem(code, message, detail, List.of(), List.of());
    }
}
