package io.github.multicloudcx.core.internal.token;

import io.github.multicloudcx.core.auth.OAuthToken;
import io.github.multicloudcx.core.auth.TokenStore;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tokens of one process. */
public final class MemoryTokenStore implements TokenStore {
    private final Map<String, OAuthToken> tokens = new ConcurrentHashMap<>();
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    @Override
    public @Nullable OAuthToken load(String key) {
        return tokens.get(key);
    }

    @Override
    public OAuthToken update(String key, Function<? super @Nullable OAuthToken, OAuthToken> renewal)
            throws InterruptedException {
        ReentrantLock lock = locks.computeIfAbsent(key, ignored -> new ReentrantLock());
        lock.lockInterruptibly();
        try {
            OAuthToken renewed = renewal.apply(tokens.get(key));
            tokens.put(key, renewed);
            return renewed;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void remove(String key) {
        tokens.remove(key);
    }
}
