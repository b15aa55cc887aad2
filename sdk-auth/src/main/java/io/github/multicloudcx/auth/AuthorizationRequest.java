package io.github.multicloudcx.auth;

import io.github.multicloudcx.auth.internal.AuthorizeUrl;
import io.github.multicloudcx.auth.internal.CallbackReader;
import io.github.multicloudcx.core.internal.check.Require;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in with a browser: the authorization request of RFC 6749, section 4.1.1. See Authentication API,
 * {@code GET /oauth/authorize}. It is immutable and holds no connection.
 *
 * <ol>
 *   <li>Keep {@link #state()} in the session of the user and send the browser to {@link #url()}.
 *   <li>When the browser comes back, give its URL to {@link #parse(URI)}.
 *   <li>Make a connection with {@link AuthorizationCallback#credentials(String)}.
 * </ol>
 */
public final class AuthorizationRequest {
    private final URI url;
    private final String clientId;
    private final URI redirectUri;
    private final String state;

    AuthorizationRequest(
            URI authUrl, String clientId, URI redirectUri, boolean hideTenant, @Nullable String scope, String state) {
        this.url = AuthorizeUrl.of(authUrl, clientId, redirectUri, hideTenant, scope, state);
        this.clientId = clientId;
        this.redirectUri = redirectUri;
        this.state = state;
    }

    /**
     * Begins to describe a request without an {@link AuthClient}, which is the usual way.
     *
     * @param authUrl {@link io.github.multicloudcx.core.CxClient#baseUrl(io.github.multicloudcx.core.ApiFamily)} of the
     *     Authentication API
     * @param clientId registered id of the application
     * @return a builder
     * @throws IllegalArgumentException when the id is blank
     */
    public static AuthorizationRequestBuilder builder(URI authUrl, String clientId) {
        return new AuthorizationRequestBuilder(authUrl, clientId);
    }

    /**
     * Returns what the browser opens. It carries no API key.
     *
     * @return the URL; it holds the state, which is for this user only
     */
    public URI url() {
        return url;
    }

    /**
     * Returns the value by which the callback is recognised. Keep it where only this user's browser leads to, mostly in
     * the HTTP session.
     *
     * @return 256 random bits in URL-safe characters, or what {@link AuthorizationRequestBuilder#resume} was given
     */
    public String state() {
        return state;
    }

    /**
     * Reads what the browser brought back.
     *
     * @param callback the URL that was requested; absolute, or beginning with its path
     * @return the code, when the state is right and the user was signed in
     * @throws io.github.multicloudcx.core.error.AuthenticationException when the state is missing or wrong, when the
     *     server reports an error, or when there is no code
     */
    public AuthorizationCallback parse(URI callback) {
        return parse(Require.present(callback, "callback").toString());
    }

    /**
     * Reads what the browser brought back.
     *
     * @param callback the URL that was requested, or its query, as received and not decoded. The {@code &} that one
     *     sample of the reference puts in place of {@code ?} is understood.
     * @return the code, when the state is right and the user was signed in
     * @throws io.github.multicloudcx.core.error.AuthenticationException when the state is missing or wrong, when the
     *     server reports an error, or when there is no code
     */
    public AuthorizationCallback parse(String callback) {
        String code = new CallbackReader(redirectUri, state).code(Require.present(callback, "callback"));
        return new AuthorizationCallback(clientId, redirectUri, code);
    }

    /** Masks the state. */
    @Override
    public String toString() {
        return "AuthorizationRequest[clientId=" + clientId + ", redirectUri=" + redirectUri + ", state=****]";
    }
}
