package io.github.multicloudcx.grs;

import io.github.multicloudcx.core.auth.AuthContext;
import io.github.multicloudcx.core.auth.Authenticator;
import io.github.multicloudcx.core.auth.Credentials;
import io.github.multicloudcx.core.error.AuthenticationException;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.grs.internal.BasicSigner;
import io.github.multicloudcx.grs.internal.SessionAuthenticator;

/**
 * User and password of the Rules System. The first request logs in, once for the whole connection; requests then carry the
 * API token of that session. When the server does not accept it any more, each call logs in once more, of many at a time
 * one for all. Closing the connection logs out, for which it takes up to ten seconds when the server is slow. A login whose
 * answer was lost is repeated; the session of the lost answer lives until the server ends it.
 *
 * <p>A call whose login fails throws {@link AuthenticationException}, or {@link PasswordChangeRequiredException} when only
 * {@link GrsClient#changePassword} helps. Requests to other APIs are refused: they would see the token.
 */
public final class GrsLogin implements Credentials {
    private final String user;
    private final String password;
    private final boolean forced;

    private GrsLogin(String user, String password, boolean forced) {
        this.user = user;
        this.password = password;
        this.forced = forced;
    }

    /**
     * Makes credentials.
     *
     * @param user user id, without a colon
     * @param password password
     * @return the credentials
     * @throws IllegalArgumentException when one is blank, or the user has a colon
     */
    public static GrsLogin of(String user, String password) {
        return new GrsLogin(BasicSigner.user(user), Require.text(password, "password"), false);
    }

    /**
     * Closing the connection logs out although the user holds locked resources. Without it the server refuses that, a
     * warning is logged, and the session lives until the server ends it.
     *
     * @return a copy
     */
    public GrsLogin forceLogout() {
        return new GrsLogin(user, password, true);
    }

    @Override
    public Authenticator bind(AuthContext context) {
        return SessionAuthenticator.of(context, user, password, forced);
    }

    /** Shows neither user nor password. */
    @Override
    public String toString() {
        return "GrsLogin[****]";
    }
}
