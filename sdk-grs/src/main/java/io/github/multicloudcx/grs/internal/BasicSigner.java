package io.github.multicloudcx.grs.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.multicloudcx.core.auth.Authenticator;
import io.github.multicloudcx.core.auth.Authorization;
import io.github.multicloudcx.core.auth.OutgoingRequest;
import io.github.multicloudcx.core.internal.check.Require;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Signs with HTTP Basic: user with password or token. */
public final class BasicSigner implements Authenticator {
    private final Authorization authorization;

    BasicSigner(String user, String secret) {
        String pair = user(user) + ":" + secret;
        this.authorization = new Authorization(
                Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8))), null);
    }

    /** A user id that Basic can carry (RFC 7617). */
    public static String user(@Nullable String user) {
        if (Require.text(user, "user").indexOf(':') >= 0) {
            throw new IllegalArgumentException("user must not contain a colon (RFC 7617)");
        }
        return Require.text(user, "user");
    }

    @Override
    public Authorization authorize(OutgoingRequest request) {
        return authorization;
    }
}
