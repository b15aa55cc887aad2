package io.github.multicloudcx.core.internal.pipeline;

/** What requests need to become calls. */
public record Connection(Pipeline pipeline, Async async) {}
