package io.github.multicloudcx.nexus.webhook;

import io.github.multicloudcx.core.internal.check.Require;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail for consumers; see "OutgoingEmailMessage" of the reference.
 *
 * @param channel channel, sender, recipients, reply address and message id
 * @param type {@code Email}
 * @param subject the subject, or null when there is none
 * @param content parts of the body, mostly the same once as text and once as HTML
 * @param body all of it as it arrived
 */
public record OutgoingEmailMessage(
        MessageChannel channel,
        @Nullable String type,
        @Nullable String subject,
        List<EmailPart> content,
        WebhookBody body)
        implements WebhookMessage {
    /**
     * Checks and copies.
     *
     * @param channel channel, sender, recipients, reply address and message id
     * @param type {@code Email}
     * @param subject the subject, or null when there is none
     * @param content parts of the body, mostly the same once as text and once as HTML
     * @param body all of it as it arrived
     */
    public OutgoingEmailMessage {
        Require.present(channel, "channel");
        content = List.copyOf(Require.present(content, "content"));
        Require.present(body, "body");
    }

    /**
     * Returns the text of the first part of a type.
     *
     * @param partType {@code text} or {@code html}
     * @return the text, or null when there is no such part
     */
    public @Nullable String text(String partType) {
        return content.stream()
                .filter(part -> Require.text(partType, "partType").equalsIgnoreCase(part.type()))
                .map(EmailPart::text)
                .findFirst()
                .orElse(null);
    }
}
