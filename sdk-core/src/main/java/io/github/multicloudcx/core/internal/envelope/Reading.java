package io.github.multicloudcx.core.internal.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.ResponseStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an envelope says. */
public sealed interface Reading {
    /** Success; the payload is a missing node when the envelope carries none. */
    record Value(JsonNode payload, @Nullable ResponseStatus status, List<ResponseStatus> errors) implements Reading {}

    /** The server said no. */
    record Refused(Problem problem) implements Reading {}

    /** Not what the reference describes. */
    record Malformed(String what) implements Reading {}
}
