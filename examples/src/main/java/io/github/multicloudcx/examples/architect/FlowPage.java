package io.github.multicloudcx.examples.architect;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of flows; the token of the next one has two documented names. */
record FlowPage(
        @Nullable List<Flow> entities,
        @JsonAlias("continuation_token") @Nullable String continuationToken) {}
