package io.github.multicloudcx.sandbox;

import io.github.multicloudcx.sandbox.internal.auth.AuthSettings;
import io.github.multicloudcx.sandbox.internal.auth.Caller;
import io.github.multicloudcx.sandbox.internal.auth.TokenRegistry;
import io.github.multicloudcx.sandbox.internal.server.RequestLog;

/** Looks into the authentication service and changes how it behaves. Thread-safe. */
public final class OAuthControl {
    private final RequestLog log;
    private final TokenRegistry tokens;
    private final AuthSettings settings;
    private final OAuthClient client;
    private final SandboxUser user;

    OAuthControl(RequestLog log, TokenRegistry tokens, AuthSettings settings, OAuthClient client, SandboxUser user) {
        this.log = log;
        this.tokens = tokens;
        this.settings = settings;
        this.client = client;
        this.user = user;
    }

    /**
     * How often the token endpoint was asked, successfully or not, requests that met a fault included.
     *
     * @return the number of requests
     */
    public int tokenRequests() {
        return log.count("retrieveToken");
    }

    /** Makes every access token invalid; refresh tokens stay good. */
    public void revokeAccessTokens() {
        tokens.revokeAccessTokens();
    }

    /** Makes every access token, refresh token and authorization code invalid. */
    public void revokeAll() {
        tokens.revokeAll();
    }

    /**
     * An access token of the default client, without asking the token endpoint.
     *
     * @return a valid access token
     */
    public String accessToken() {
        return tokens.newAccessToken(client, new Caller(client.id(), null));
    }

    /**
     * An access token of a user signed in through the default client, without asking the token endpoint.
     *
     * @param username the full name of a user of the sandbox
     * @return a valid access token
     */
    public String accessToken(String username) {
        return tokens.newAccessToken(client, new Caller(client.id(), username));
    }

    /**
     * An authorization code, as if the default user had signed in through the default client. It is good for one use
     * within a minute.
     *
     * @param redirectUri the redirect URI that the token request will name
     * @return the code
     */
    public String authorizationCode(String redirectUri) {
        return tokens.newCode(new Caller(client.id(), user.username()), redirectUri);
    }

    /**
     * Whether a refresh answers a new refresh token and takes the old one out of use.
     *
     * @param on true unless changed
     */
    public void refreshTokenRotation(boolean on) {
        settings.refreshTokenRotation(on);
    }

    /**
     * Whether {@code ping} and {@code userinfo} answer 401 without a valid token, like all other operations, in place
     * of 403.
     *
     * @param on false unless changed
     */
    public void answerUnauthenticatedWith401(boolean on) {
        settings.unauthenticatedAs401(on);
    }

    /**
     * Whether the browser is sent back to {@code redirect_uri&code=...}, as one sample of the reference has it, in
     * place of {@code redirect_uri?code=...}.
     *
     * @param on false unless changed
     */
    public void joinCodeWithAmpersand(boolean on) {
        settings.ampersandBeforeCode(on);
    }

    /**
     * Whether token answers leave out {@code expires_in}.
     *
     * @param on false unless changed
     */
    public void omitExpiresIn(boolean on) {
        settings.expiresInOmitted(on);
    }
}
