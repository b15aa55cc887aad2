package io.github.multicloudcx.auth;

import io.github.multicloudcx.auth.internal.RedirectUri;
import io.github.multicloudcx.core.auth.OAuth;
import io.github.multicloudcx.core.internal.check.Require;
import java.net.URI;

/**
 * What the browser brought back: the authorization response of RFC 6749, section 4.1.2. It prints no code.
 *
 * @param clientId registered id of the application
 * @param redirectUri the redirect URI of the request
 * @param code good for one exchange within a short time
 */
public record AuthorizationCallback(String clientId, URI redirectUri, String code) {
    /**
     * Checks the values.
     *
     * @param clientId registered id of the application
     * @param redirectUri the redirect URI of the request
     * @param code good for one exchange within a short time
     * @throws IllegalArgumentException when one is blank, or missing though it is required, naming it
     */
    public AuthorizationCallback {
        Require.text(clientId, "clientId");
        RedirectUri.check(redirectUri, "redirectUri");
        Require.text(code, "code");
    }

    /**
     * Returns credentials for a connection on behalf of the user. The code is exchanged by its first call (Authentication
     * API, {@code POST /oauth/token}); after that the refresh token is used.
     *
     * @param clientSecret password of the application
     * @return credentials; make them once for each callback, because the code is good once
     * @throws IllegalArgumentException when the secret is blank
     */
    public OAuth credentials(String clientSecret) {
        return OAuth.authorizationCode(clientId, clientSecret, code, redirectUri);
    }

    /** Masks the code. */
    @Override
    public String toString() {
        return "AuthorizationCallback[clientId=" + clientId + ", redirectUri=" + redirectUri + ", code=****]";
    }
}
