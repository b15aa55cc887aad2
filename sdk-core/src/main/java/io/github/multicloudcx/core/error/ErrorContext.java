package io.github.multicloudcx.core.error;

import io.github.multicloudcx.core.Attempt;
import io.github.multicloudcx.core.Fate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The call that an exception is about.
 *
 * @param method HTTP method, or null when no single request is meant
 * @param pathTemplate path with its placeholders unfilled, such as {@code /udm/v10/export/jobs/{id}}, or null
 * @param traceId value of the X-B3-TraceId header, or null when there was none
 * @param fate whether the server may have carried the request out
 * @param attempts what was tried, in order; empty when nothing was
 */
public record ErrorContext(
        @Nullable String method,
        @Nullable String pathTemplate,
        @Nullable String traceId,
        Fate fate,
        List<Attempt> attempts) {
    /**
     * Checks and copies.
     *
     * @param method HTTP method, or null when no single request is meant
     * @param pathTemplate path with its placeholders unfilled, such as {@code /udm/v10/export/jobs/{id}}, or null
     * @param traceId value of the X-B3-TraceId header, or null when there was none
     * @param fate whether the server may have carried the request out
     * @param attempts what was tried, in order; empty when nothing was
     */
    public ErrorContext {
        attempts = List.copyOf(attempts);
    }

    /**
     * Where nothing is known but the fate; for tests and fakes.
     *
     * @param fate whether the server may have carried the request out
     */
    public ErrorContext(Fate fate) {
        this(null, null, null, fate, List.of());
    }
}
