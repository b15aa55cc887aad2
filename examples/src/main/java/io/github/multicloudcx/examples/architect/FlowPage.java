package io.github.multicloudcx.examples.architect;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of flows; the token of the next one has two documented names. */
record FlowPage(
        @Nullable List<@Nullable Flow> entities,
        @Nullable String continuationToken,
        @JsonProperty("continuation_token") @Nullable String continuationTokenOfTutorial) {
    static final FlowPage EMPTY = new FlowPage(List.of(), null, null);

    /** The token of the next page, or null on the last one. */
    @Nullable
    String next() {
        String token = continuationToken == null ? continuationTokenOfTutorial : continuationToken;
        return token == null || token.isBlank() ? null : token;
    }

    /** The same with other flows. */
    FlowPage with(List<@Nullable Flow> flows) {
        return new FlowPage(flows, continuationToken, continuationTokenOfTutorial);
    }
}
