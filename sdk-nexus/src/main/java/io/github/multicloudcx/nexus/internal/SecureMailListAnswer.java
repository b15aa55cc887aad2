package io.github.multicloudcx.nexus.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answer of the list call, every field of which may be absent. */
record SecureMailListAnswer(
        @Nullable JsonNode referenceId,
        @Nullable JsonNode operationId,
        @Nullable JsonNode status,
        @Nullable List<@Nullable JsonNode> data) {
    List<@Nullable JsonNode> elements() {
        return data == null ? List.of() : data;
    }
}
