package io.github.multicloudcx.core.auth;

import io.github.multicloudcx.core.internal.token.MemoryTokenStore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where tokens are kept between calls. {@link #inMemory()} forgets them with the process; {@link FileTokenStore} shares
 * them between the runs of a script. Keys tell deployment, client, grant and user apart and hold no secret.
 */
public interface TokenStore {
    /**
     * Returns the token kept under a key.
     *
     * @param key the key
     * @return the token, expired or not, or null when there is none
     */
    @Nullable
    OAuthToken load(String key);

    /**
     * Renews the token under a key while nobody else can: no other thread and, where the store is shared, no other
     * process. What the function returns is kept before this method returns.
     *
     * @param key the key
     * @param renewal gets the token that is kept now, or null, and returns the one to keep
     * @return the token that is kept afterwards
     * @throws InterruptedException when the thread is interrupted while it waits for its turn
     */
    OAuthToken update(String key, Function<? super @Nullable OAuthToken, OAuthToken> renewal)
            throws InterruptedException;

    /**
     * Forgets the token under a key.
     *
     * @param key the key
     */
    void remove(String key);

    /**
     * A store that lives as long as the process.
     *
     * @return a new, empty store
     */
    static TokenStore inMemory() {
        return new MemoryTokenStore();
    }
}
