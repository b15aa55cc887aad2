package io.github.multicloudcx.core.internal.token;

import io.github.multicloudcx.core.auth.AuthContext;
import io.github.multicloudcx.core.auth.Authenticator;
import io.github.multicloudcx.core.auth.Authorization;
import io.github.multicloudcx.core.auth.Credentials;
import io.github.multicloudcx.core.auth.OutgoingRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Credentials that never change. */
public final class StaticAuthenticator implements Credentials, Authenticator {
    private final Authorization authorization;
    private final List<String> secrets;

    private StaticAuthenticator(Map<String, String> headers, List<String> secrets) {
        this.authorization = new Authorization(headers, null);
        this.secrets = secrets;
    }

    public static StaticAuthenticator none() {
        return new StaticAuthenticator(Map.of(), List.of());
    }

    public static StaticAuthenticator bearer(String token) {
        return new StaticAuthenticator(Map.of("Authorization", "Bearer " + token), List.of(token));
    }

    public static StaticAuthenticator basic(String user, String password) {
        if (user.indexOf(':') >= 0) {
            throw new IllegalArgumentException("user must not contain a colon (RFC 7617)");
        }
        String encoded = basicValue(user, password);
        return new StaticAuthenticator(Map.of("Authorization", "Basic " + encoded), List.of(password, encoded));
    }

    /** The part of a Basic header behind the scheme. */
    public static String basicValue(String user, String password) {
        return Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Authenticator bind(AuthContext context) {
        secrets.forEach(context::secret);
        return this;
    }

    @Override
    public boolean secret() {
        return !secrets.isEmpty();
    }

    @Override
    public Authorization authorize(OutgoingRequest request) {
        return authorization;
    }

    @Override
    public String toString() {
        return "Credentials[" + (secret() ? "****" : "none") + "]";
    }
}
