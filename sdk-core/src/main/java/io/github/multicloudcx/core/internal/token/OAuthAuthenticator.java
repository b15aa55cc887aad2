package io.github.multicloudcx.core.internal.token;

import io.github.multicloudcx.core.auth.AuthContext;
import io.github.multicloudcx.core.auth.Authenticator;
import io.github.multicloudcx.core.auth.Authorization;
import io.github.multicloudcx.core.auth.OAuthToken;
import io.github.multicloudcx.core.auth.OutgoingRequest;
import io.github.multicloudcx.core.auth.TokenStore;
import io.github.multicloudcx.core.internal.credential.SharedCredential;
import java.util.Map;

/** Sends the access token and has it renewed when it is refused. */
public final class OAuthAuthenticator implements Authenticator {
    private final SharedCredential<OAuthToken> cache;
    private final AuthContext context;

    private OAuthAuthenticator(SharedCredential<OAuthToken> cache, AuthContext context) {
        this.cache = cache;
        this.context = context;
    }

    public static OAuthAuthenticator create(Grant grant, TokenStore store, TokenTarget target, AuthContext context) {
        grant.secrets().forEach(context::secret);
        TokenLife life = new TokenLife(context.time());
        String key = grant.key(target.address().key(context));
        TokenRenewal renewal = new TokenRenewal(grant, new TokenEndpoint(grant, target, context), store, key, life);
        return new OAuthAuthenticator(new SharedCredential<>(renewal, context.time()), context);
    }

    @Override
    public Authorization authorize(OutgoingRequest request) throws InterruptedException {
        OAuthToken token = cache.get(request.timeLeft());
        context.secret(token.accessToken());
        return new Authorization(Map.of("Authorization", "Bearer " + token.accessToken()), token);
    }

    @Override
    public boolean refused(Authorization refused) {
        if (refused.ticket() instanceof OAuthToken token) {
            cache.refused(token);
        }
        return true;
    }

    @Override
    public void close() {
        cache.close();
    }
}
