package io.github.multicloudcx.auth;

import io.github.multicloudcx.auth.internal.DefaultAuthClient;
import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.CxClient;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The Authentication API ({@code /auth/v3}). It is thread-safe, owns nothing and need not be closed. Getting tokens is not
 * here: {@link io.github.multicloudcx.core.auth.OAuth} does it whenever a call needs one.
 *
 * <pre>{@code
 * AuthClient auth = AuthClient.create(cx);
 * CloudUserDetails me = auth.userInfo().execute();
 * }</pre>
 *
 * <p>Every call may fail with an {@link io.github.multicloudcx.core.error.UnauthorizedException} (401, when a renewed
 * token did not help), a {@link io.github.multicloudcx.core.error.ForbiddenException} (403, whose reason tells a wrong API
 * key from a missing permission) or a {@link io.github.multicloudcx.core.error.ServerException} (503). It is an interface
 * so that an application can put a fake in its place.
 */
public interface AuthClient {
    /**
     * Calls the Authentication API over a connection.
     *
     * @param cx the connection; closing it remains the caller's task
     * @return the client
     * @throws IllegalArgumentException when the connection has no base URL for this API
     */
    static AuthClient create(CxClient cx) {
        return new DefaultAuthClient(cx);
    }

    /**
     * Checks that the caller is signed in. See Authentication API, {@code GET /ping}. A 401 and a 403 mean the same here:
     * the token is renewed once, then it is an error.
     *
     * @return the call, whose value is null; {@code executeForResponse()} has the status object
     */
    Call<@Nullable Void> ping();

    /**
     * Returns the user to whom the token belongs. See Authentication API, {@code GET /userinfo}.
     *
     * @return the call
     */
    Call<CloudUserDetails> userInfo();

    /**
     * Returns the user to whom the token belongs as OpenID claims. See Authentication API, {@code GET /openid/userinfo}.
     *
     * @return the call
     */
    Call<OpenIdUserInfo> openIdUserInfo();

    /**
     * Returns the user to whom the token belongs as a JWT, from the response header {@code X-GWS-User}. See Authentication
     * API, {@code GET /jwt-userinfo}. The JWT is a secret: the SDK masks it in its logs, an application should too.
     *
     * @return the call; a missing header is a {@link io.github.multicloudcx.core.error.DecodeException}
     */
    Call<String> jwtUserInfo();

    /**
     * Changes the password of a user. See Authentication API, {@code POST /change-password}. It is not repeated when it is
     * unknown whether the server has done it: the old password may be the new one already.
     *
     * @param change old and new password
     * @return the call, whose value is null; a password that cannot be changed is a
     *     {@link io.github.multicloudcx.core.error.ForbiddenException}
     */
    Call<@Nullable Void> changePassword(PasswordChange change);

    /**
     * Ends the token of this connection and no other. See Authentication API, {@code POST /sign-out}; safe to repeat. A
     * connection with {@link io.github.multicloudcx.core.auth.OAuth} signs in anew at its next call: close it as well.
     *
     * @return the call, whose value is null
     */
    default Call<@Nullable Void> signOut() {
        return signOut(SignOutScope.THIS_TOKEN);
    }

    /**
     * Ends the token of this connection, or all tokens of its user. See Authentication API, {@code POST /sign-out}; safe to
     * repeat.
     *
     * @param scope which tokens
     * @return the call, whose value is null
     */
    Call<@Nullable Void> signOut(SignOutScope scope);

    /**
     * Ends the token of this connection and asks where the browser goes next. See Authentication API, {@code GET /sign-out};
     * safe to repeat.
     *
     * @param redirectUri where the browser shall go; absolute and without a fragment
     * @return the call; its value is where the server redirects to, or {@code redirectUri} when it does not redirect
     */
    default Call<URI> signOutWithRedirect(URI redirectUri) {
        return signOutWithRedirect(redirectUri, SignOutScope.THIS_TOKEN);
    }

    /**
     * Ends the token of this connection, or all tokens of its user, and asks where the browser goes next. See
     * Authentication API, {@code GET /sign-out}; safe to repeat.
     *
     * @param redirectUri where the browser shall go; absolute and without a fragment
     * @param scope which tokens
     * @return the call; its value is where the server redirects to, or {@code redirectUri} when it does not redirect
     */
    Call<URI> signOutWithRedirect(URI redirectUri, SignOutScope scope);

    /**
     * Begins to describe a sign-in with a browser (RFC 6749, section 4.1). See Authentication API,
     * {@code GET /oauth/authorize}. Nothing is sent: a browser opens the URL that comes of it.
     *
     * @param clientId registered id of the application
     * @return a builder
     */
    AuthorizationRequestBuilder authorizationCode(String clientId);
}
