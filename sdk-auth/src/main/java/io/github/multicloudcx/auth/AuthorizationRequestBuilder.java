package io.github.multicloudcx.auth;

import io.github.multicloudcx.auth.internal.RedirectUri;
import io.github.multicloudcx.auth.internal.State;
import io.github.multicloudcx.core.internal.check.Require;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Describes a sign-in with a browser. Only the redirect URI is required. Not for several threads. */
public final class AuthorizationRequestBuilder {
    private final URI authUrl;
    private final String clientId;
    private @Nullable URI redirectUri;
    private boolean hideTenant;
    private @Nullable String scope;

    AuthorizationRequestBuilder(URI authUrl, String clientId) {
        this.authUrl = Require.present(authUrl, "authUrl");
        this.clientId = Require.text(clientId, "clientId");
    }

    /**
     * Sets where the browser comes back to.
     *
     * @param uri registered for the client, absolute and without a fragment
     * @return this builder
     * @throws IllegalArgumentException when it is not such a URI
     */
    public AuthorizationRequestBuilder redirectUri(URI uri) {
        redirectUri = RedirectUri.check(uri, "redirectUri");
        return this;
    }

    /**
     * Hides the tenant field of the sign-in form.
     *
     * @param hide the default is false
     * @return this builder
     */
    public AuthorizationRequestBuilder hideTenant(boolean hide) {
        hideTenant = hide;
        return this;
    }

    /**
     * Asks for a scope.
     *
     * @param value {@code *} is the only documented one; by default none is sent
     * @return this builder
     * @throws IllegalArgumentException when it is blank
     */
    public AuthorizationRequestBuilder scope(String value) {
        scope = Require.text(value, "scope");
        return this;
    }

    /**
     * Begins a sign-in, with a new state that nobody can guess.
     *
     * @return the request
     * @throws IllegalArgumentException when there is no redirect URI
     */
    public AuthorizationRequest start() {
        return request(State.random());
    }

    /**
     * Goes on with a sign-in that was begun before, perhaps by another process.
     *
     * @param state {@link AuthorizationRequest#state()} of that request, as it was kept in the session of the user
     * @return the request
     * @throws IllegalArgumentException when there is no redirect URI or the state is blank
     */
    public AuthorizationRequest resume(String state) {
        return request(Require.text(state, "state"));
    }

    private AuthorizationRequest request(String state) {
        URI uri = Require.present(redirectUri, "redirectUri");
        return new AuthorizationRequest(authUrl, clientId, uri, hideTenant, scope, state);
    }
}
