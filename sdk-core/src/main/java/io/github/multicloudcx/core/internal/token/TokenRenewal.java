package io.github.multicloudcx.core.internal.token;

import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.auth.OAuthToken;
import io.github.multicloudcx.core.auth.TokenStore;
import io.github.multicloudcx.core.error.ApiException;
import io.github.multicloudcx.core.error.AuthenticationException;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.core.error.StorageException;
import io.github.multicloudcx.core.internal.credential.CredentialSource;
import org.jspecify.annotations.Nullable;

/**
 * Gets the next token: one that another process has left, else by refresh token, else by the grant. A token that the store
 * failed to keep is not lost: its refresh token may be the only one that is still good.
 */
final class TokenRenewal implements CredentialSource<OAuthToken> {
    private final Grant grant;
    private final TokenEndpoint endpoint;
    private final TokenStore store;
    private final String key;
    private final TokenLife life;
    private boolean grantUsed;
    private @Nullable OAuthToken unsaved;

    TokenRenewal(Grant grant, TokenEndpoint endpoint, TokenStore store, String key, TokenLife life) {
        this.grant = grant;
        this.endpoint = endpoint;
        this.store = store;
        this.key = key;
        this.life = life;
    }

    @Override
    public String address() {
        return endpoint.address();
    }

    /** What the store holds already; nothing while a one-time code waits to be exchanged, which wins over it. */
    @Override
    public @Nullable OAuthToken stored() {
        return grant.use() == Grant.Use.ONCE ? null : store.load(key);
    }

    @Override
    public boolean expired(OAuthToken token) {
        return life.expired(token);
    }

    @Override
    public boolean stale(OAuthToken token) {
        return life.stale(token);
    }

    @Override
    public CxException failure(CxException cause) {
        if (cause instanceof AuthenticationException e) {
            return new AuthenticationException(
                    String.valueOf(e.getMessage()), e.oauthError(), e.getCause(), e.context());
        }
        if (cause instanceof StorageException e) {
            return new StorageException(String.valueOf(e.getMessage()), e, e.context());
        }
        return new CxException("Could not get a token: " + cause, cause, new ErrorContext(Fate.NOT_SENT));
    }

    @Override
    public OAuthToken renew(@Nullable OAuthToken worn) throws InterruptedException {
        OAuthToken saved = store.update(key, kept -> {
            OAuthToken token = next(worn, unsaved == null ? kept : unsaved);
            unsaved = token;
            return token;
        });
        unsaved = null;
        return saved;
    }

    private OAuthToken next(@Nullable OAuthToken worn, @Nullable OAuthToken kept) {
        if (grant.use() == Grant.Use.ONCE && !grantUsed) {
            OAuthToken token = endpoint.grant();
            grantUsed = true;
            return token;
        }
        if (kept != null && !kept.equals(worn) && !life.worn(kept)) {
            return kept;
        }
        String refreshToken = refreshToken(worn, kept);
        return refreshToken == null ? granted(null) : refreshed(refreshToken);
    }

    private @Nullable String refreshToken(@Nullable OAuthToken worn, @Nullable OAuthToken kept) {
        if (kept != null && kept.refreshToken() != null) {
            return kept.refreshToken();
        }
        return worn != null && worn.refreshToken() != null ? worn.refreshToken() : grant.refreshToken();
    }

    private OAuthToken refreshed(String refreshToken) {
        try {
            return endpoint.refresh(refreshToken);
        } catch (AuthenticationException e) {
            if (!refused(e)) {
                throw e;
            }
            String brought = grant.refreshToken();
            if (brought != null && !brought.equals(refreshToken)) {
                return endpoint.refresh(brought);
            }
            return granted(e);
        }
    }

    /** Only a verdict on the token counts: a busy server (429) or a bad API key (403) leaves it as good as it was. */
    private static boolean refused(AuthenticationException e) {
        return e.getCause() instanceof ApiException refusal
                && (refusal.status() == 400 || refusal.status() == 401 || "invalid_grant".equals(e.oauthError()));
    }

    private OAuthToken granted(@Nullable AuthenticationException refreshFailure) {
        if (grant.use() == Grant.Use.AGAIN) {
            return endpoint.grant();
        }
        throw refreshFailure == null ? SignInFailure.nothingStored(grant.type()) : refreshFailure;
    }
}
