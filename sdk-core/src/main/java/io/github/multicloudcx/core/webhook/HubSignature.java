package io.github.multicloudcx.core.webhook;

import io.github.multicloudcx.core.auth.OutgoingBody;
import io.github.multicloudcx.core.error.InvalidSignatureException;
import io.github.multicloudcx.core.internal.check.Require;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
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
    private static final Pattern FORM = Pattern.compile("(?i)sha1=[0-9a-f]{40}");
    private static final String ALGORITHM = "HmacSHA1";

    private final List<SecretKeySpec> keys;

    /** The first key signs. */
    HubSignature(List<byte[]> keys) {
        this.keys = keys.stream().map(key -> new SecretKeySpec(key, ALGORITHM)).toList();
    }

    /**
     * Uses an app secret.
     *
     * @param appSecret secret of the channel
     * @return signatures under it
     */
    public static HubSignature of(String appSecret) {
        return of(appSecret, List.of());
    }

    /**
     * Uses an app secret that replaces others, or is replaced by them: it signs, and what is verified may be signed by any of
     * them.
     *
     * @param appSecret secret of the channel
     * @param others secrets that are accepted as well
     * @return signatures under them
     */
    public static HubSignature of(String appSecret, Collection<String> others) {
        List<String> secrets = new ArrayList<>(List.of(Require.text(appSecret, "appSecret")));
        Require.present(others, "others").forEach(other -> secrets.add(Require.text(other, "each of others")));
        return new HubSignature(secrets.stream()
                .map(secret -> secret.getBytes(StandardCharsets.UTF_8))
                .toList());
    }

    /**
     * Signs.
     *
     * @param body the exact bytes that are sent; empty when there is no body
     * @return value of the header
     */
    public String sign(byte[] body) {
        return header(hmac(keys.get(0), Require.present(body, "body")));
    }

    /**
     * Signs a body that may be too large for the memory.
     *
     * @param body what is sent
     * @return value of the header
     * @throws IOException what {@link OutgoingBody#writeTo} throws
     */
    public String sign(OutgoingBody body) throws IOException {
        MacStream stream = new MacStream(mac(keys.get(0)));
        body.writeTo(stream);
        return header(stream.mac.doFinal());
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
        String value = header.trim();
        if (!FORM.matcher(value).matches()) {
            throw new InvalidSignatureException(
                    "The header " + HEADER + " is not sha1= and 40 hexadecimal digits; refuse the webhook");
        }
        if (!fits(HexFormat.of().parseHex(value, SCHEME.length(), value.length()), Require.present(body, "body"))) {
            throw new InvalidSignatureException(
                    "The signature does not fit the " + body.length
                            + " bytes of the body; check the app secret and verify the bytes as received, not a text made of them");
        }
    }

    /** Looks at all keys, so that the time does not tell which of them fits. */
    private boolean fits(byte[] given, byte[] body) {
        boolean fits = false;
        for (SecretKeySpec key : keys) {
            fits |= MessageDigest.isEqual(given, hmac(key, body));
        }
        return fits;
    }

    private static String header(byte[] hmac) {
        return SCHEME + HexFormat.of().formatHex(hmac);
    }

    private static byte[] hmac(SecretKeySpec key, byte[] body) {
        return mac(key).doFinal(body);
    }

    private static Mac mac(SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /** Masks the secrets. */
    @Override
    public String toString() {
        return "HubSignature[****]";
    }

    private static final class MacStream extends OutputStream {
        private final Mac mac;

        private MacStream(Mac mac) {
            this.mac = mac;
        }

        @Override
        public void write(int b) {
            mac.update((byte) b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            mac.update(bytes, offset, length);
        }
    }
}
