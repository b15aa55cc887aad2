package io.github.multicloudcx.sandbox.internal.server;

import io.github.multicloudcx.sandbox.internal.http.Answer;

/** Carries out one operation. */
@FunctionalInterface
public interface OperationHandler {
    Answer handle(Invocation invocation);
}
