package io.github.multicloudcx.core.webhook;

import io.github.multicloudcx.core.error.InvalidSignatureException;
import io.github.multicloudcx.core.internal.check.Require;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The header X-Hub-Signature of third-party messaging: {@code sha1=} and the HMAC-SHA1 of the exact bytes of the body
 * under the app secret of the channel, in hexadecimal (wire form inferred; either case is accepted).
 */
public final class HubSignature {
    /** Name of the header. */
    public static final String HEADER = "X-Hub-Signature";

    private static final String SCHEME = "sha1=";
    private static final String ALGORITHM = "HmacSHA1";

    private final SecretKeySpec key;

    private HubSignature(String secret) {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /**
     * Uses an app secret.
     *
     * @param appSecret secret of the channel
     * @return signatures under it
     */
    public static HubSignature of(String appSecret) {
        return new HubSignature(Require.text(appSecret, "appSecret"));
    }

    /**
     * Signs.
     *
     * @param body the exact bytes that are sent; empty when there is no body
     * @return value of the header
     */
    public String sign(byte[] body) {
        return SCHEME + HexFormat.of().formatHex(hmac(body));
    }

    /**
     * Verifies in constant time, before anything of the body is read.
     *
     * @param header value of the header, or null when it was absent
     * @param body the raw bytes as they were received; a re-serialised text has other bytes
     * @throws InvalidSignatureException when the header is absent, malformed or does not fit
     */
    public void verify(@Nullable String header, byte[] body) {
        if (header == null || header.isBlank()) {
            throw new InvalidSignatureException("The header " + HEADER + " is missing; refuse the webhook");
        }
        if (!header.trim().matches("(?i)sha1=[0-9a-f]{40}")) {
            throw new InvalidSignatureException(
                    "The header " + HEADER + " is not sha1= and 40 hexadecimal digits; refuse the webhook");
        }
        byte[] given = HexFormat.of().parseHex(header.trim().substring(SCHEME.length()));
        if (!MessageDigest.isEqual(given, hmac(body))) {
            throw new InvalidSignatureException(
                    "The signature does not fit the " + body.length
                            + " bytes of the body; check the app secret and verify the bytes as received, not a text made of them");
        }
    }

    private byte[] hmac(byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(Require.present(body, "body"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /** Masks the secret. */
    @Override
    public String toString() {
        return "HubSignature[****]";
    }
}
