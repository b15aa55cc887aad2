package io.github.multicloudcx.examples.architect;

import io.github.multicloudcx.core.auth.OAuthToken;
import io.github.multicloudcx.core.auth.TokenStore;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps tokens in memory and remembers which scopes the newest one has. */
final class GrantedScopes implements TokenStore {
    private final TokenStore memory = TokenStore.inMemory();
    private volatile @Nullable String granted;

    @Override
    public @Nullable OAuthToken load(String key) {
        return memory.load(key);
    }

    @Override
    public OAuthToken update(String key, Function<? super @Nullable OAuthToken, OAuthToken> renewal)
            throws InterruptedException {
        OAuthToken token = memory.update(key, renewal);
        granted = token.scope();
        return token;
    }

    @Override
    public void remove(String key) {
        memory.remove(key);
    }

    /** Those that the token certainly lacks; none when the server did not say which it has. */
    List<String> missing(List<String> needed) {
        String scopes = granted;
        if (scopes == null) {
            return List.of();
        }
        List<String> missing = new ArrayList<>(needed);
        missing.removeAll(List.of(scopes.trim().split("\\s+")));
        return missing;
    }
}
