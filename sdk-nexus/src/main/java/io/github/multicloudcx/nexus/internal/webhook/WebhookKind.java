package io.github.multicloudcx.nexus.internal.webhook;

import io.github.multicloudcx.nexus.webhook.WebhookAnswer;
import io.github.multicloudcx.nexus.webhook.WebhookOutcome;
import org.jspecify.annotations.Nullable;

/** In what the two webhooks differ. */
public interface WebhookKind<T> {
    /** Name for the log. */
    String name();

    /** Verifies and reads. */
    T read(@Nullable String signature, byte[] body);

    /** What identifies a redelivery, or null when nothing does. */
    @Nullable
    String key(T content);

    /** Id that the answer names, or null. */
    @Nullable
    String messageId(T content, WebhookOutcome outcome);

    /** The answer to one that was taken over. */
    WebhookAnswer accepted(@Nullable String messageId);
}
