package io.github.multicloudcx.nexus.internal.webhook;

import io.github.multicloudcx.nexus.webhook.InteractionEvents;
import io.github.multicloudcx.nexus.webhook.WebhookAnswer;
import io.github.multicloudcx.nexus.webhook.WebhookOutcome;
import io.github.multicloudcx.nexus.webhook.Webhooks;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Events of interactions. No id of a delivery is documented, and whether several deliveries share an operation id is not
 * either: a redelivery is recognised by its bytes, as long as they name an operation or an interaction.
 */
public record EventsKind(Webhooks webhooks) implements WebhookKind<InteractionEvents> {
    @Override
    public String name() {
        return "interactions";
    }

    @Override
    public InteractionEvents read(@Nullable String signature, byte[] body) {
        return webhooks.interactions(signature, body);
    }

    @Override
    public @Nullable String key(InteractionEvents events) {
        boolean named = events.operationId() != null
                || events.events().stream()
                        .anyMatch(event -> event.interaction().id() != null);
        return named ? "events " + digest(events.body().bytes()) : null;
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public @Nullable String messageId(InteractionEvents events, WebhookOutcome outcome) {
        return null;
    }

    @Override
    public WebhookAnswer accepted(@Nullable String messageId) {
        return WebhookAnswer.events();
    }
}
