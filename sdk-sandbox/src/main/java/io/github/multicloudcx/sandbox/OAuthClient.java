package io.github.multicloudcx.sandbox;

import java.net.URI;
import java.time.Duration;
import java.util.Set;

/**
 * A client application registered with the sandbox.
 *
 * @param id client id
 * @param secret client secret
 * @param grants grant types it may use: {@code authorization_code}, {@code password}, {@code client_credentials},
 *     {@code refresh_token}
 * @param redirectUris where a browser may be sent back to
 * @param accessTokenLifetime how long an access token is good for
 * @param refreshTokenLifetime how long a refresh token is good for
 */
public record OAuthClient(
        String id,
        String secret,
        Set<String> grants,
        Set<URI> redirectUris,
        Duration accessTokenLifetime,
        Duration refreshTokenLifetime) {

    /**
     * Copies the sets.
     *
     * @param id client id
     * @param secret client secret
     * @param grants grant types it may use
     * @param redirectUris where a browser may be sent back to
     * @param accessTokenLifetime how long an access token is good for
     * @param refreshTokenLifetime how long a refresh token is good for
     */
    public OAuthClient {
        grants = Set.copyOf(grants);
        redirectUris = Set.copyOf(redirectUris);
    }

    /**
     * A client that may use every grant, with the published life times (access token 12 hours, refresh token 30 days)
     * and the redirect URI {@code http://127.0.0.1/callback}.
     *
     * @param id client id
     * @param secret client secret
     * @return the client
     */
    public static OAuthClient of(String id, String secret) {
        return new OAuthClient(
                id,
                secret,
                Set.of("authorization_code", "password", "client_credentials", "refresh_token"),
                Set.of(URI.create("http://127.0.0.1/callback")),
                Duration.ofHours(12),
                Duration.ofDays(30));
    }

    /**
     * The same client with other grants.
     *
     * @param types grant types
     * @return a copy
     */
    public OAuthClient withGrants(String... types) {
        return new OAuthClient(id, secret, Set.of(types), redirectUris, accessTokenLifetime, refreshTokenLifetime);
    }

    /**
     * The same client with other redirect URIs.
     *
     * @param uris absolute URIs; a request must name one of them exactly
     * @return a copy
     */
    public OAuthClient withRedirectUris(URI... uris) {
        return new OAuthClient(id, secret, grants, Set.of(uris), accessTokenLifetime, refreshTokenLifetime);
    }

    /**
     * The same client with other life times.
     *
     * @param accessToken life time of an access token
     * @param refreshToken life time of a refresh token
     * @return a copy
     */
    public OAuthClient withLifetimes(Duration accessToken, Duration refreshToken) {
        return new OAuthClient(id, secret, grants, redirectUris, accessToken, refreshToken);
    }

    /** Everything but the secret. */
    @Override
    public String toString() {
        return "OAuthClient[id=" + id + ", secret=****, grants=" + grants + ", redirectUris=" + redirectUris
                + ", accessTokenLifetime=" + accessTokenLifetime + ", refreshTokenLifetime=" + refreshTokenLifetime
                + "]";
    }
}
