package io.github.multicloudcx.core.auth;

import io.github.multicloudcx.core.internal.check.Require;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token as the authorization server issued it. It prints nothing secret.
 *
 * @param accessToken sent as {@code Authorization: Bearer}
 * @param refreshToken good for the next token, or null when the server issued none
 * @param scope what the server granted, or null
 * @param issuedAt when it was received
 * @param expiresAt when it is renewed at the latest, reckoned from {@code expires_in}; 60 s after it was issued when the
 *     server did not say
 */
public record OAuthToken(
        String accessToken,
        @Nullable String refreshToken,
        @Nullable String scope,
        Instant issuedAt,
        Instant expiresAt) {
    /**
     * Checks and copies.
     *
     * @param accessToken sent as {@code Authorization: Bearer}
     * @param refreshToken good for the next token, or null when the server issued none
     * @param scope what the server granted, or null
     * @param issuedAt when it was received
     * @param expiresAt when it is renewed at the latest, reckoned from {@code expires_in}; 60 s after it was issued
     *     when the server did not say
     */
    public OAuthToken {
        Require.headerValue(accessToken, "access_token");
        Require.present(issuedAt, "issuedAt");
        Require.present(expiresAt, "expiresAt");
    }

    /** Masks the secrets. */
    @Override
    public String toString() {
        return "OAuthToken[accessToken=****, refreshToken=" + (refreshToken == null ? "none" : "****") + ", scope="
                + scope + ", issuedAt=" + issuedAt + ", expiresAt=" + expiresAt + "]";
    }
}
