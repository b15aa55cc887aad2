package io.github.multicloudcx.core.internal.token;

import static io.github.multicloudcx.core.testing.FakeDeployment.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.auth.OAuth;
import io.github.multicloudcx.core.auth.OAuthToken;
import io.github.multicloudcx.core.auth.TokenStore;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.core.error.StorageException;
import io.github.multicloudcx.core.testing.FakeDeployment;
import io.github.multicloudcx.core.testing.FakeTime;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TokenRenewalTest {
    /** Gets tokens and loses the first one, as a full disk does. */
    private static final class FullDisk implements TokenStore {
        private final TokenStore good = TokenStore.inMemory();
        private boolean full = true;

        @Override
        public @Nullable OAuthToken load(String key) {
            return good.load(key);
        }

        @Override
        public OAuthToken update(String key, Function<? super @Nullable OAuthToken, OAuthToken> renewal)
                throws InterruptedException {
            if (full) {
                full = false;
                renewal.apply(good.load(key));
                throw new StorageException("Could not keep the token", null, new ErrorContext(Fate.NOT_SENT));
            }
            return good.update(key, renewal);
        }

        @Override
        public void remove(String key) {
            good.remove(key);
        }
    }

    @Test
    void aTokenThatTheStoreFailedToKeepIsKeptAtTheNextCallWithoutAnotherRequest() {
        FakeTime time = new FakeTime();
        try (FakeDeployment deployment = new FakeDeployment();
                CxClient cx = deployment
                        .builder(time)
                        .credentials(OAuth.refreshToken("app", "secret", "first-refresh")
                                .tokenStore(new FullDisk()))
                        .build()) {
            deployment.tokens(token("access-1", "second-refresh"));
            var call = cx.request().get("/thing").returning(JsonNode.class);

            assertThat(catchThrowable(call::execute)).isInstanceOf(StorageException.class);
            time.advance(Duration.ofSeconds(5));
            call.execute();

            assertThat(deployment.tokenRequests()).hasSize(1);
        }
    }
}
