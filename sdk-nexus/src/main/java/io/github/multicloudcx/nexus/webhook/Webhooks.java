package io.github.multicloudcx.nexus.webhook;

import io.github.multicloudcx.core.error.InvalidSignatureException;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.core.webhook.HubSignature;
import io.github.multicloudcx.nexus.internal.webhook.EventReader;
import io.github.multicloudcx.nexus.internal.webhook.MessageReader;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Verifies and reads the webhooks that Digital Channels sends; see "Third-party messaging webhook" and "Interactions
 * webhook". Nothing is read before the signature over the exact bytes was found to fit. {@link WebhookReceiver} does the rest
 * of what an endpoint has to do.
 *
 * <pre>{@code
 * Webhooks webhooks = Webhooks.signedWith(appSecret);
 * WebhookMessage message = webhooks.messaging(signatureHeader, bodyBytes);
 * }</pre>
 *
 * <p>Keep the body as bytes until then: a text that is made of them, or JSON that was parsed and written again, has other
 * bytes, and the signature does not fit any more. Immutable and thread-safe.
 */
public final class Webhooks {
    /** Largest body unless {@link #maxBodyBytes(int)} says otherwise: 10 MiB. The reference names no limit. */
    public static final int DEFAULT_MAX_BODY_BYTES = 10 * 1024 * 1024;

    private final HubSignature signature;
    private final int maxBodyBytes;

    private Webhooks(HubSignature signature, int maxBodyBytes) {
        this.signature = signature;
        this.maxBodyBytes = maxBodyBytes;
    }

    /**
     * Expects signatures under an app secret. While a secret is being replaced, name the old one as well: a webhook that is
     * signed with any of them is accepted.
     *
     * @param appSecret app secret of the channel
     * @param others further secrets that are accepted
     * @return the webhooks
     * @throws IllegalArgumentException when a secret is blank
     */
    public static Webhooks signedWith(String appSecret, String... others) {
        return new Webhooks(
                HubSignature.of(appSecret, Arrays.asList(Require.present(others, "others"))), DEFAULT_MAX_BODY_BYTES);
    }

    /**
     * Limits bodies.
     *
     * @param bytes 1 or more
     * @return a copy with the limit
     */
    public Webhooks maxBodyBytes(int bytes) {
        return new Webhooks(signature, (int) Require.positive(bytes, "maxBodyBytes"));
    }

    /**
     * Returns the limit of bodies.
     *
     * @return number of bytes
     */
    public int maxBodyBytes() {
        return maxBodyBytes;
    }

    /**
     * Verifies and reads a message of the third-party messaging webhook.
     *
     * @param signatureHeader value of the header {@code X-Hub-Signature}, or null when it was absent; when it came more than
     *     once, refuse the webhook
     * @param body the bytes as they were received
     * @return the message
     * @throws InvalidSignatureException when the signature is missing, malformed or does not fit; answer 401 or 403
     * @throws InvalidWebhookException when the body cannot be read; answer 400
     */
    public WebhookMessage messaging(@Nullable String signatureHeader, byte[] body) {
        return MessageReader.read(verified(signatureHeader, body));
    }

    /**
     * Verifies and reads the events of the interactions webhook.
     *
     * @param signatureHeader value of the header {@code X-Hub-Signature}, or null when it was absent; when it came more than
     *     once, refuse the webhook
     * @param body the bytes as they were received
     * @return the events
     * @throws InvalidSignatureException when the signature is missing, malformed or does not fit; answer 401 or 403
     * @throws InvalidWebhookException when the body cannot be read; answer 400
     */
    public InteractionEvents interactions(@Nullable String signatureHeader, byte[] body) {
        return EventReader.read(verified(signatureHeader, body));
    }

    /**
     * Signs as Digital Channels does, for tests of an endpoint.
     *
     * @param body the bytes to send
     * @return value of the header {@code X-Hub-Signature}
     */
    public String sign(byte[] body) {
        return signature.sign(body);
    }

    private WebhookBody verified(@Nullable String header, byte[] body) {
        if (Require.present(body, "body").length > maxBodyBytes) {
            throw new InvalidWebhookException("The body of the webhook has " + body.length + " bytes, more than the "
                    + maxBodyBytes + " that are allowed; see maxBodyBytes");
        }
        signature.verify(header, body);
        return WebhookBody.of(body);
    }

    /** Masks the secrets. */
    @Override
    public String toString() {
        return "Webhooks[appSecret=****, maxBodyBytes=" + maxBodyBytes + "]";
    }
}
