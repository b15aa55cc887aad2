package io.github.multicloudcx.nexus.webhook;

import io.github.multicloudcx.core.internal.check.Require;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the interactions webhook says at once; see "EventsPayload" of the reference.
 *
 * @param operationId id of the operation, or null when there is none
 * @param events the events in the order in which they arrived; none when there are none
 * @param body all of it as it arrived
 */
public record InteractionEvents(@Nullable String operationId, List<InteractionEvent> events, WebhookBody body) {
    /**
     * Checks and copies.
     *
     * @param operationId id of the operation, or null when there is none
     * @param events the events in the order in which they arrived; none when there are none
     * @param body all of it as it arrived
     */
    public InteractionEvents {
        events = List.copyOf(Require.present(events, "events"));
        Require.present(body, "body");
    }
}
