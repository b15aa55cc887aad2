package io.github.multicloudcx.nexus.webhook;

import io.github.multicloudcx.core.internal.check.Require;
import org.jspecify.annotations.Nullable;

/**
 * A webhook that was verified.
 *
 * @param <T> {@link WebhookMessage} or {@link InteractionEvents}
 * @param content what it says
 * @param traceId header {@code X-B3-TraceId}, to be logged and handed on, or null when there was none in the form of 16 to 32
 *     hexadecimal digits
 */
public record WebhookDelivery<T>(T content, @Nullable String traceId) {
    /**
     * Checks.
     *
     * @param content what it says
     * @param traceId header {@code X-B3-TraceId}, to be logged and handed on, or null when there was none in the form of 16 to
     *     32 hexadecimal digits
     */
    public WebhookDelivery {
        Require.present(content, "content");
    }
}
