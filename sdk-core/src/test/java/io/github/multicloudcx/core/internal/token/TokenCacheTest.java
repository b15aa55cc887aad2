package io.github.multicloudcx.core.internal.token;

import static io.github.multicloudcx.core.testing.FakeDeployment.json;
import static io.github.multicloudcx.core.testing.FakeDeployment.oauthError;
import static io.github.multicloudcx.core.testing.FakeDeployment.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.RetryPolicy;
import io.github.multicloudcx.core.auth.Credentials;
import io.github.multicloudcx.core.auth.OAuth;
import io.github.multicloudcx.core.auth.OAuthToken;
import io.github.multicloudcx.core.auth.TokenStore;
import io.github.multicloudcx.core.error.AuthenticationException;
import io.github.multicloudcx.core.error.CallInterruptedException;
import io.github.multicloudcx.core.error.CallTimeoutException;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.core.error.StorageException;
import io.github.multicloudcx.core.error.UnauthorizedException;
import io.github.multicloudcx.core.testing.FakeDeployment;
import io.github.multicloudcx.core.testing.FakeTime;
import io.github.multicloudcx.core.testing.TestThreads;
import io.github.multicloudcx.core.testing.TestThreads.Running;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class TokenCacheTest {
    private final FakeTime time = new FakeTime();
    private final FakeDeployment deployment = new FakeDeployment();

    @AfterEach
    void close() {
        deployment.close();
    }

    private static OAuth app() {
        return OAuth.clientCredentials("app", "secret");
    }

    private CxClient client(Credentials credentials) {
        return deployment
                .builder(time)
                .credentials(credentials)
                .retryPolicy(RetryPolicy.none())
                .maxConcurrentCalls(200)
                .build();
    }

    private static Call<JsonNode> request(CxClient cx) {
        return cx.request().get("/thing").returning(JsonNode.class);
    }

    private static JsonNode call(CxClient cx) {
        return request(cx).execute();
    }

    private static boolean carries(RecordedRequest request, String accessToken) {
        return ("Bearer " + accessToken).equals(request.getHeaders().get("Authorization"));
    }

    /** Accepts one token and says 401 to all others. */
    private void accepting(String accessToken) {
        deployment.onCall(
                request -> carries(request, accessToken) ? json(200, "{}") : json(401, "{\"status\":{\"code\":106}}"));
    }

    @Test
    void aFreshTokenCostsNoRequest() {
        deployment.tokens(token("t1"));
        try (CxClient cx = client(app())) {
            call(cx);
            time.advance(Duration.ofSeconds(3600 - 61));
            call(cx);

            assertThat(deployment.tokenRequests()).hasSize(1);
            assertThat(deployment.authorizations()).containsExactly("Bearer t1", "Bearer t1");
        }
    }

    @Test
    void aStaleTokenIsHandedOutWhileOneRenewalRuns() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger number = new AtomicInteger();
        deployment.onToken(request -> {
            int mine = number.incrementAndGet();
            if (mine > 1) {
                release.await();
            }
            return token("t" + mine);
        });
        try (CxClient cx = client(app())) {
            call(cx);
            time.advance(Duration.ofSeconds(3600 - 60));
            call(cx);
            call(cx);
            release.countDown();
            TestThreads.joinRenewals();
            call(cx);
        }
        assertThat(deployment.authorizations()).containsExactly("Bearer t1", "Bearer t1", "Bearer t1", "Bearer t2");
        assertThat(deployment.tokenRequests()).hasSize(2);
    }

    @Test
    void aStaleTokenIsStillUsedWhenItsRenewalFails() throws InterruptedException {
        deployment.tokens(token("t1"), json(503, ""));
        try (CxClient cx = client(app())) {
            call(cx);
            time.advance(Duration.ofSeconds(3600 - 60));
            call(cx);
            TestThreads.joinRenewals();
            call(cx);

            assertThat(deployment.authorizations()).containsExactly("Bearer t1", "Bearer t1", "Bearer t1");
            assertThat(deployment.tokenRequests()).as("failure is remembered").hasSize(2);
        }
    }

    @Test
    void anExpiredTokenIsNeverSent() {
        deployment.tokens(token("t1"), token("t2"));
        try (CxClient cx = client(app())) {
            call(cx);
            time.advance(Duration.ofSeconds(3600));
            call(cx);

            assertThat(deployment.authorizations()).containsExactly("Bearer t1", "Bearer t2");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"expires_in\":0", ",\"expires_in\":-5", ",\"expires_in\":null"})
    void aTokenLivesForAMinuteWhenTheServerDoesNotSay(String field) {
        deployment.tokens(json(200, "{\"access_token\":\"t1\"" + field + "}"), token("t2"));
        try (CxClient cx = client(app())) {
            call(cx);
            time.advance(Duration.ofSeconds(53));
            call(cx);
            assertThat(deployment.tokenRequests()).hasSize(1);
            time.advance(Duration.ofSeconds(7));
            call(cx);

            assertThat(deployment.authorizations()).containsExactly("Bearer t1", "Bearer t1", "Bearer t2");
        }
    }

    @Test
    void aTokenThatNeverExpiresIsUsable() {
        deployment.tokens(json(200, "{\"access_token\":\"t1\",\"expires_in\":" + Long.MAX_VALUE + "}"));
        try (CxClient cx = client(app())) {
            call(cx);
            time.advance(Duration.ofDays(365));
            call(cx);

            assertThat(deployment.authorizations()).containsExactly("Bearer t1", "Bearer t1");
        }
    }

    @Test
    void aRefusedRefreshTokenFallsBackToTheGrant() {
        deployment.tokens(token("t1", "r1"), oauthError(400, "invalid_grant"), token("t2", "r2"));
        try (CxClient cx = client(OAuth.password("app", "secret", "user", "password"))) {
            call(cx);
            time.advance(Duration.ofHours(1));
            call(cx);

            assertThat(deployment.forms())
                    .extracting(form -> form.split("&")[0])
                    .containsExactly("grant_type=password", "grant_type=refresh_token", "grant_type=password");
            assertThat(deployment.authorizations()).containsExactly("Bearer t1", "Bearer t2");
        }
    }

    @Test
    void aRefusedRefreshTokenIsFinalWhenTheGrantCannotBeRepeated() {
        deployment.tokens(token("t1", "r1"), oauthError(400, "invalid_grant"));
        var redirect = java.net.URI.create("https://app.example.com/");
        try (CxClient cx = client(OAuth.authorizationCode("app", "secret", "c0de", redirect))) {
            call(cx);
            time.advance(Duration.ofHours(1));

            var failure = catchThrowableOfType(AuthenticationException.class, () -> call(cx));
            assertThat(failure).hasMessageContaining("sign in again");
            assertThat(failure.oauthError()).isEqualTo("invalid_grant");
            assertThat(deployment.tokenRequests()).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 429, 500, 503})
    void aTransientFailureDoesNotGiveUpTheRefreshToken(int status) {
        deployment.tokens(token("t1", "r1"), json(status, "{}"), token("t2", "r2"));
        try (CxClient cx = client(OAuth.password("app", "secret", "user", "password"))) {
            call(cx);
            time.advance(Duration.ofHours(1));
            assertThatExceptionOfType(AuthenticationException.class).isThrownBy(() -> call(cx));
            time.advance(Duration.ofSeconds(1));
            call(cx);

            assertThat(deployment.forms().get(1))
                    .isEqualTo(deployment.forms().get(2))
                    .contains("refresh_token=r1");
        }
    }

    @Test
    void aFailureIsSharedByAllWaitersAndRememberedForASecond() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        deployment.onToken(request -> {
            release.await();
            return oauthError(401, "invalid_client");
        });
        try (CxClient cx = client(app())) {
            List<Running<Throwable>> callers = TestThreads.startTogether(20, () -> catchThrowable(() -> call(cx)));
            callers.forEach(Running::awaitWaiting);
            release.countDown();
            List<Throwable> failures = new ArrayList<>();
            for (Running<Throwable> caller : callers) {
                failures.add(caller.result().get());
            }
            assertThat(failures)
                    .allSatisfy(failure -> assertThat(failure)
                            .isInstanceOf(AuthenticationException.class)
                            .hasMessageContaining("check client id and client secret"));
            assertThat(failures.stream().distinct())
                    .as("each has one of its own")
                    .hasSize(20);
            assertThat(failures.stream().map(Throwable::getCause).distinct()).hasSize(1);
            assertThat(deployment.tokenRequests()).hasSize(1);

            time.advance(Duration.ofMillis(999));
            assertThatExceptionOfType(AuthenticationException.class).isThrownBy(() -> call(cx));
            assertThat(deployment.tokenRequests()).hasSize(1);

            time.advance(Duration.ofMillis(1));
            assertThatExceptionOfType(AuthenticationException.class).isThrownBy(() -> call(cx));
            assertThat(deployment.tokenRequests()).hasSize(2);
        }
    }

    @Test
    void aRefusedTokenIsRenewedOnceAndTheCallRepeatedOnce() {
        deployment.tokens(token("t1"), token("t2"));
        accepting("t2");
        try (CxClient cx = client(app())) {
            call(cx);
        }
        assertThat(deployment.authorizations()).containsExactly("Bearer t1", "Bearer t2");
        assertThat(deployment.tokenRequests()).hasSize(2);
    }

    @Test
    void aSecondRefusalIsFinal() {
        deployment.tokens(token("t1"), token("t2"), token("t3"));
        accepting("none");
        try (CxClient cx = client(app())) {
            var failure = catchThrowableOfType(UnauthorizedException.class, () -> call(cx));

            assertThat(failure.attempts()).hasSize(2);
            assertThat(failure.fate()).isEqualTo(Fate.REJECTED);
            assertThat(deployment.authorizations()).containsExactly("Bearer t1", "Bearer t2");
            assertThat(deployment.tokenRequests()).hasSize(2);
        }
    }

    @Test
    void fiftyLateRefusalsLeadToOneRenewal() throws Exception {
        CountDownLatch arrived = new CountDownLatch(50);
        deployment.tokens(token("t1"), token("t2"), token("t3"));
        deployment.onCall(request -> {
            if (carries(request, "t2")) {
                return json(200, "{}");
            }
            arrived.countDown();
            arrived.await();
            return json(401, "{}");
        });
        try (CxClient cx = client(app())) {
            for (Running<JsonNode> caller : TestThreads.startTogether(50, () -> call(cx))) {
                assertThat(caller.result().get()).isNotNull();
            }
        }
        assertThat(deployment.tokenRequests()).hasSize(2);
        assertThat(deployment.calls()).hasSize(100);
    }

    @Test
    void aLateRefusalOfAnOldTokenKeepsTheNewOne() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch renewed = new CountDownLatch(1);
        deployment.tokens(token("t1"), token("t2"), token("t3"));
        deployment.onCall(request -> {
            if (carries(request, "t2")) {
                return json(200, "{}");
            }
            if (request.getTarget().equals("/slow")) {
                arrived.countDown();
                renewed.await();
            }
            return json(401, "{}");
        });
        try (CxClient cx = client(app())) {
            Running<JsonNode> late = TestThreads.start(
                    () -> cx.request().get("/slow").returning(JsonNode.class).execute());
            arrived.await();
            call(cx);
            renewed.countDown();

            assertThat(late.result().get()).isNotNull();
        }
        assertThat(deployment.tokenRequests()).hasSize(2);
    }

    @Test
    void twoHundredThreadsThatStartWithAnExpiredTokenMakeOneTokenRequest() throws Exception {
        AtomicInteger renewals = new AtomicInteger();
        TokenStore store = new WrappedStore(TokenStore.inMemory()) {
            @Override
            public OAuthToken update(String key, Function<? super OAuthToken, OAuthToken> renewal)
                    throws InterruptedException {
                renewals.incrementAndGet();
                return super.update(key, renewal);
            }
        };
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger number = new AtomicInteger();
        deployment.onToken(request -> {
            int mine = number.incrementAndGet();
            if (mine > 1) {
                release.await();
            }
            return token("t" + mine);
        });
        OAuth oauth = app().tokenStore(store);
        try (CxClient first = client(oauth)) {
            call(first);
        }
        time.advance(Duration.ofHours(2));
        try (CxClient cx = client(oauth)) {
            List<Running<JsonNode>> callers = TestThreads.startTogether(200, () -> call(cx));
            callers.forEach(Running::awaitWaiting);
            release.countDown();
            for (Running<JsonNode> caller : callers) {
                assertThat(caller.result().get()).isNotNull();
            }
        }
        assertThat(renewals).hasValue(2);
        assertThat(deployment.tokenRequests()).hasSize(2);
        assertThat(deployment.authorizations().stream().filter("Bearer t2"::equals))
                .hasSize(200);
    }

    @Test
    void anInterruptOfOneWaiterDoesNotFailTheOthers() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        blockedToken(asked, release);
        try (CxClient cx = client(app())) {
            Running<Boolean> first = TestThreads.start(() -> {
                assertThatExceptionOfType(CallInterruptedException.class).isThrownBy(() -> call(cx));
                return Thread.currentThread().isInterrupted();
            });
            asked.await();
            Running<JsonNode> second = TestThreads.start(() -> call(cx));
            second.awaitWaiting();
            first.thread().interrupt();

            assertThat(first.result().get()).as("the flag stays set").isTrue();
            release.countDown();
            assertThat(second.result().get()).isNotNull();
            assertThat(deployment.tokenRequests()).hasSize(1);
        }
    }

    @Test
    void theDeadlineOfOneWaiterDoesNotFailTheOthers() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        blockedToken(asked, release);
        try (CxClient cx = client(app())) {
            Running<JsonNode> patient = TestThreads.start(() -> call(cx));
            asked.await();
            var failure = catchThrowableOfType(
                    CallTimeoutException.class,
                    () -> request(cx).timeout(Duration.ofMillis(20)).execute());

            assertThat(failure.fate()).isEqualTo(Fate.NOT_SENT);
            release.countDown();
            assertThat(patient.result().get()).isNotNull();
            assertThat(deployment.tokenRequests()).hasSize(1);
        }
    }

    private void blockedToken(CountDownLatch asked, CountDownLatch release) {
        deployment.onToken(request -> {
            asked.countDown();
            release.await();
            return token("t1");
        });
    }

    @Test
    void closingTheClientEndsARenewalAndItsWaiters() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        blockedToken(asked, release);
        CxClient cx = client(app());
        Running<JsonNode> waiter = TestThreads.start(() -> call(cx));
        asked.await();

        cx.close();

        assertThat(catchThrowableOfType(
                                ExecutionException.class, () -> waiter.result().get())
                        .getCause())
                .isInstanceOf(CallInterruptedException.class)
                .hasMessageContaining("closed");
        TestThreads.joinRenewals();
        release.countDown();
    }

    @Test
    void closingTheClientEndsARenewalThatWaitsForTheStore() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        TokenStore busy = new WrappedStore(TokenStore.inMemory()) {
            @Override
            public OAuthToken update(String key, Function<? super OAuthToken, OAuthToken> renewal)
                    throws InterruptedException {
                asked.countDown();
                never.await();
                return super.update(key, renewal);
            }
        };
        CxClient cx = client(app().tokenStore(busy));
        Running<Throwable> waiter = TestThreads.start(() -> catchThrowable(() -> call(cx)));
        asked.await();

        cx.close();

        assertThat(waiter.result().get())
                .isInstanceOf(CallInterruptedException.class)
                .hasMessageContaining("closed");
        assertThat(deployment.tokenRequests()).isEmpty();
    }

    @Test
    void aTokenLeftByAnotherProcessIsUsedWithoutARequest() {
        TokenStore store = TokenStore.inMemory();
        deployment.tokens(token("t1"));
        try (CxClient other = client(app().tokenStore(store))) {
            call(other);
        }
        try (CxClient cx = client(app().tokenStore(store))) {
            call(cx);
        }
        assertThat(deployment.tokenRequests()).hasSize(1);
    }

    @Test
    void aTokenRenewedByAnotherProcessIsTakenOverInsteadOfAnotherRenewal() {
        TokenStore store = TokenStore.inMemory();
        deployment.tokens(token("t1", "r1"), token("t2", "r2"));
        try (CxClient cx = client(app().tokenStore(store));
                CxClient other = client(app().tokenStore(store))) {
            call(cx);
            call(other);
            accepting("t2");
            call(other);
            call(cx);
        }
        assertThat(deployment.tokenRequests()).hasSize(2);
        assertThat(deployment.authorizations())
                .containsExactly("Bearer t1", "Bearer t1", "Bearer t1", "Bearer t2", "Bearer t1", "Bearer t2");
    }

    @Test
    void aTokenIsStoredBeforeItIsUsed() {
        List<String> events = Collections.synchronizedList(new ArrayList<>());
        deployment.tokens(token("t1", "r1"));
        deployment.onCall(request -> {
            events.add("used " + request.getHeaders().get("Authorization"));
            return json(200, "{}");
        });
        TokenStore recording = new WrappedStore(TokenStore.inMemory()) {
            @Override
            public OAuthToken update(String key, Function<? super OAuthToken, OAuthToken> renewal)
                    throws InterruptedException {
                OAuthToken token = super.update(key, renewal);
                events.add("stored " + load(key).refreshToken());
                return token;
            }
        };
        try (CxClient cx = client(app().tokenStore(recording))) {
            call(cx);
        }
        assertThat(events).containsExactly("stored r1", "used Bearer t1");
    }

    @Test
    void aStoreThatFailsIsNamedInTheError() {
        TokenStore broken = new WrappedStore(TokenStore.inMemory()) {
            @Override
            public OAuthToken update(String key, Function<? super OAuthToken, OAuthToken> renewal) {
                throw new StorageException("Could not update the token file", null, new ErrorContext(Fate.NOT_SENT));
            }
        };
        try (CxClient cx = client(app().tokenStore(broken))) {
            assertThat(catchThrowableOfType(StorageException.class, () -> call(cx)))
                    .hasMessage("Could not update the token file");
        }
    }

    @Test
    void aTokenRequestDoesNotAskForATokenItself() {
        MockResponse refused = json(401, "{}");
        deployment.tokens(refused, refused);
        try (CxClient cx = client(app())) {
            assertThatExceptionOfType(CxException.class).isThrownBy(() -> call(cx));
        }
        assertThat(deployment.tokenRequests()).hasSize(1);
    }

    private static class WrappedStore implements TokenStore {
        private final TokenStore inner;

        WrappedStore(TokenStore inner) {
            this.inner = inner;
        }

        @Override
        public OAuthToken load(String key) {
            return inner.load(key);
        }

        @Override
        public OAuthToken update(String key, Function<? super OAuthToken, OAuthToken> renewal)
                throws InterruptedException {
            return inner.update(key, renewal);
        }

        @Override
        public void remove(String key) {
            inner.remove(key);
        }
    }
}
