package io.github.multicloudcx.core.auth;

import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.core.internal.token.StaticAuthenticator;

/** Who the client is. {@link OAuth} is what the gateway expects; implement it for a scheme of your own. */
public interface Credentials {
    /**
     * Starts to work for a client.
     *
     * @param context what the client lends
     * @return the authenticator, closed together with the client
     */
    Authenticator bind(AuthContext context);

    /**
     * Tells whether there is anything secret in it, which must not travel over plain http.
     *
     * @return true unless overridden
     */
    default boolean secret() {
        return true;
    }

    /**
     * No credentials; requests carry the API key only.
     *
     * @return the credentials
     */
    static Credentials none() {
        return StaticAuthenticator.none();
    }

    /**
     * A token that the application has obtained by itself. It is never renewed.
     *
     * @param token the access token
     * @return the credentials
     */
    static Credentials bearer(String token) {
        return StaticAuthenticator.bearer(Require.headerValue(token, "token"));
    }

    /**
     * HTTP Basic with user and password in UTF-8 (RFC 7617).
     *
     * @param user user name, without a colon
     * @param password password
     * @return the credentials
     */
    static Credentials basic(String user, String password) {
        return StaticAuthenticator.basic(Require.text(user, "user"), Require.text(password, "password"));
    }
}
