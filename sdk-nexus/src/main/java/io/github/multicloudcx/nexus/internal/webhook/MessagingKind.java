package io.github.multicloudcx.nexus.internal.webhook;

import io.github.multicloudcx.nexus.webhook.WebhookAnswer;
import io.github.multicloudcx.nexus.webhook.WebhookMessage;
import io.github.multicloudcx.nexus.webhook.WebhookOutcome;
import io.github.multicloudcx.nexus.webhook.Webhooks;
import org.jspecify.annotations.Nullable;

/** Messages: recognised by channel and message id. */
public record MessagingKind(Webhooks webhooks) implements WebhookKind<WebhookMessage> {
    @Override
    public String name() {
        return "messaging";
    }

    @Override
    public WebhookMessage read(@Nullable String signature, byte[] body) {
        return webhooks.messaging(signature, body);
    }

    @Override
    public @Nullable String key(WebhookMessage message) {
        String id = message.messageId();
        return id == null ? null : "message " + message.channel().id() + " " + id;
    }

    @Override
    public @Nullable String messageId(WebhookMessage message, WebhookOutcome outcome) {
        return outcome.messageId() == null ? message.messageId() : outcome.messageId();
    }

    @Override
    public WebhookAnswer accepted(@Nullable String messageId) {
        return WebhookAnswer.message(messageId);
    }
}
