package io.github.multicloudcx.nexus.internal.webhook;

import io.github.multicloudcx.nexus.webhook.DeliveryMemory;
import io.github.multicloudcx.nexus.webhook.WebhookApplication;
import io.github.multicloudcx.nexus.webhook.Webhooks;
import java.time.Duration;
import java.util.concurrent.Executor;

/** What an endpoint is made of. */
public record ReceiverSettings<T>(
        Webhooks webhooks,
        WebhookKind<T> kind,
        WebhookApplication<T> application,
        Executor executor,
        Duration deadline,
        DeliveryMemory memory,
        Patience patience) {
    /** An endpoint that has received nothing yet. */
    public Reception reception() {
        return Reception.of(this);
    }

    /** The same with another deadline. */
    public ReceiverSettings<T> with(Duration other) {
        return new ReceiverSettings<>(webhooks, kind, application, executor, other, memory, patience);
    }

    /** The same with another memory. */
    public ReceiverSettings<T> with(DeliveryMemory other) {
        return new ReceiverSettings<>(webhooks, kind, application, executor, deadline, other, patience);
    }
}
