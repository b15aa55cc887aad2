package io.github.multicloudcx.sandbox.internal.nexus;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Makes and judges {@code X-Hub-Signature}. */
final class HubSigner {
    static final String HEADER = "X-Hub-Signature";
    private static final String ALGORITHM = "HmacSHA1";

    private HubSigner() {}

    static String sign(byte[] key, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return "sha1=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String sign(String secret, byte[] body) {
        return sign(secret.getBytes(StandardCharsets.UTF_8), body);
    }

    /** What is wrong with a header; empty when it fits. */
    static String problem(@Nullable String header, String secret, byte[] body) {
        if (header == null) {
            return "the header is missing";
        }
        if (!header.matches("sha1=[0-9a-fA-F]{40}")) {
            return "the header is malformed";
        }
        boolean fits = sign(secret, body).equals(header.toLowerCase(Locale.ROOT));
        return fits ? "" : "it does not fit the " + body.length + " bytes of the body";
    }
}
