package io.github.multicloudcx.sandbox.internal.server;

import io.github.multicloudcx.sandbox.internal.http.Answer;
import io.github.multicloudcx.sandbox.internal.http.Exchange;

/** Answers every request of an origin or of a page. */
@FunctionalInterface
public interface Application {
    Answer answer(Exchange exchange);
}
