package io.github.multicloudcx.core.internal.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Makes a value of what an envelope carries. */
public interface PayloadDecoder<T extends @Nullable Object> {
    /** Decodes; the payload is a missing node when there was none. */
    T decode(JsonNode payload) throws BadAnswer;
}
