package io.github.multicloudcx.core.internal.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.multicloudcx.core.auth.OAuthToken;
import io.github.multicloudcx.core.testing.TestThreads;
import io.github.multicloudcx.core.testing.TestThreads.Running;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MemoryTokenStoreTest {
    private final MemoryTokenStore store = new MemoryTokenStore();

    private static OAuthToken token(String accessToken) {
        return new OAuthToken(accessToken, null, null, Instant.EPOCH, Instant.EPOCH);
    }

    private OAuthToken count(String key) throws InterruptedException {
        return store.update(key, kept -> {
            Thread.yield();
            return token(kept == null ? "1" : Integer.toString(CountingMain.number(kept) + 1));
        });
    }

    @Test
    void aRenewedTokenIsKeptUnderItsKey() throws Exception {
        assertThat(store.update("a", kept -> token("1"))).isEqualTo(token("1"));

        assertThat(store.load("a")).isEqualTo(token("1"));
        assertThat(store.load("b")).isNull();
        store.remove("a");
        assertThat(store.load("a")).isNull();
    }

    @Test
    void renewalsOfOneKeyExcludeEachOther() throws Exception {
        List<Running<Void>> all = TestThreads.startTogether(8, () -> {
            for (int i = 0; i < 500; i++) {
                assertThat(count("a")).isNotNull();
            }
            return null;
        });
        for (Running<Void> one : all) {
            one.result().get();
        }
        assertThat(store.load("a")).isEqualTo(token("4000"));
    }

    @Test
    void renewalsOfOtherKeysDoNotWait() throws Exception {
        OAuthToken renewed = store.update("a", kept -> {
            Running<OAuthToken> other = TestThreads.start(() -> count("b"));
            assertThat(catchThrowable(() -> other.result().get())).isNull();
            return token("a");
        });

        assertThat(renewed).isEqualTo(token("a"));
        assertThat(store.load("b")).isEqualTo(token("1"));
    }

    @Test
    void aRenewalThatFailsKeepsTheOldToken() throws Exception {
        count("a");

        assertThatThrownBy(() -> store.update("a", kept -> {
                    throw new IllegalStateException("no token");
                }))
                .hasMessage("no token");

        assertThat(store.load("a")).isEqualTo(token("1"));
        Running<OAuthToken> other = TestThreads.start(() -> count("a"));
        assertThat(other.result().get()).isEqualTo(token("2"));
    }

    @Test
    void aWaiterCanBeInterrupted() throws Exception {
        OAuthToken renewed = store.update("a", kept -> {
            Running<Throwable> waiter = TestThreads.start(() -> catchThrowable(() -> count("a")));
            waiter.thread().interrupt();
            try {
                assertThat(waiter.result().get()).isInstanceOf(InterruptedException.class);
            } catch (InterruptedException | ExecutionException e) {
                throw new AssertionError(e);
            }
            return token("a");
        });
        assertThat(renewed).isEqualTo(token("a"));
    }
}
