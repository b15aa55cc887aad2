package io.github.multicloudcx.core.auth;

import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.core.internal.token.Grant;
import io.github.multicloudcx.core.internal.token.OAuthAuthenticator;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * OAuth 2 at {@code /auth/v3/oauth/token} of the deployment (Authentication API; RFC 6749) or at another
 * {@link #endpoint(OAuthEndpoint) endpoint}. The token is fetched when the first call needs it, kept, renewed before it expires and after a refusal, by one thread while the others wait or go on
 * with the token that is still good. The refresh token is tried first, then the grant. Each client of a deployment is
 * configured with the grants that it may use.
 */
public final class OAuth implements Credentials {
    private final Grant grant;
    private final TokenStore store;
    private final OAuthEndpoint endpoint;

    private OAuth(Grant grant, TokenStore store, OAuthEndpoint endpoint) {
        this.grant = grant;
        this.store = store;
        this.endpoint = endpoint;
    }

    private OAuth(Grant grant) {
        this(grant, TokenStore.inMemory(), OAuthEndpoint.STANDARD);
    }

    /**
     * The client signs in as itself.
     *
     * @param clientId registered id of the application
     * @param clientSecret its password
     * @return the credentials
     */
    public static OAuth clientCredentials(String clientId, String clientSecret) {
        return new OAuth(Grant.of("client_credentials", clientId, clientSecret, Map.of()));
    }

    /**
     * The client signs in with a user's name and password.
     *
     * @param clientId registered id of the application
     * @param clientSecret its password
     * @param username {@code tenant\\user} with one backslash, or the user alone
     * @param password password of the user
     * @return the credentials
     */
    public static OAuth password(String clientId, String clientSecret, String username, String password) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("username", Require.text(username, "username"));
        fields.put("password", Require.text(password, "password"));
        return new OAuth(Grant.of("password", clientId, clientSecret, fields));
    }

    /**
     * A user has signed in with a browser; the code is exchanged once, afterwards the refresh token is used. Nobody knows
     * who the user is before that, so a store that outlives these credentials must hold one user's token only.
     *
     * @param clientId registered id of the application
     * @param clientSecret its password
     * @param code the code that came to the redirect URI; good for one exchange
     * @param redirectUri the same redirect URI as in the authorization URL
     * @return the credentials
     */
    public static OAuth authorizationCode(String clientId, String clientSecret, String code, URI redirectUri) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("code", Require.text(code, "code"));
        fields.put("redirect_uri", Require.present(redirectUri, "redirectUri").toString());
        return new OAuth(Grant.oneTime("authorization_code", clientId, clientSecret, fields));
    }

    /**
     * What an earlier {@link #authorizationCode} sign-in left in the token store, without a new code.
     *
     * @param clientId registered id of the application
     * @param clientSecret its password
     * @param store where the earlier sign-in kept its token
     * @return the credentials; the first call fails when the store holds nothing usable
     */
    public static OAuth stored(String clientId, String clientSecret, TokenStore store) {
        Require.present(store, "store");
        return new OAuth(Grant.storedOnly("authorization_code", clientId, clientSecret)).tokenStore(store);
    }

    /**
     * A refresh token that was obtained before.
     *
     * @param clientId registered id of the application
     * @param clientSecret its password
     * @param refreshToken the refresh token; a newer one in the token store is preferred
     * @return the credentials
     */
    public static OAuth refreshToken(String clientId, String clientSecret, String refreshToken) {
        return new OAuth(Grant.refresh(clientId, clientSecret, Require.text(refreshToken, "refreshToken")));
    }

    /**
     * Any other grant that the authorization server knows.
     *
     * @param clientId registered id of the application
     * @param clientSecret its password
     * @param grantType value of {@code grant_type}
     * @param fields further fields of the request
     * @return the credentials
     */
    public static OAuth grant(String clientId, String clientSecret, String grantType, Map<String, String> fields) {
        return new OAuth(Grant.of(Require.text(grantType, "grantType"), clientId, clientSecret, fields));
    }

    /**
     * Keeps tokens elsewhere.
     *
     * @param other the store; the default keeps them in memory
     * @return a copy
     */
    public OAuth tokenStore(TokenStore other) {
        return new OAuth(grant, Require.present(other, "tokenStore"), endpoint);
    }

    /**
     * Asks for a scope.
     *
     * @param scope one, or several separated by blanks; the Authentication API documents {@code *} only, and by default
     *     none is sent
     * @return a copy
     */
    public OAuth scope(String scope) {
        return new OAuth(grant.with("scope", Require.text(scope, "scope")), store, endpoint);
    }

    /**
     * Asks for tokens elsewhere than at the Authentication API of the deployment. Refresh tokens go there too, in the same
     * form.
     *
     * @param other the endpoint
     * @return a copy
     */
    public OAuth endpoint(OAuthEndpoint other) {
        return new OAuth(grant, store, Require.present(other, "endpoint"));
    }

    @Override
    public Authenticator bind(AuthContext context) {
        return OAuthAuthenticator.create(grant, store, endpoint.target(), context);
    }

    /** Masks the secrets. */
    @Override
    public String toString() {
        return "OAuth[" + grant + ", " + endpoint + "]";
    }
}
