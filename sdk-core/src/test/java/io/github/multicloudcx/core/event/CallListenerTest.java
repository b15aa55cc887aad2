package io.github.multicloudcx.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.ApiResponse;
import io.github.multicloudcx.core.Attempt;
import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.Paging;
import io.github.multicloudcx.core.auth.AuthContext;
import io.github.multicloudcx.core.auth.Authenticator;
import io.github.multicloudcx.core.auth.Authorization;
import io.github.multicloudcx.core.auth.Credentials;
import io.github.multicloudcx.core.auth.OAuth;
import io.github.multicloudcx.core.auth.OutgoingRequest;
import io.github.multicloudcx.core.error.AuthenticationException;
import io.github.multicloudcx.core.error.ConflictException;
import io.github.multicloudcx.core.error.ConnectionException;
import io.github.multicloudcx.core.error.DecodeException;
import io.github.multicloudcx.core.error.ErrorAnswer;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.core.testing.FakeTime;
import io.github.multicloudcx.core.testing.WireRawServer;
import io.github.multicloudcx.core.testing.WireServer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CallListenerTest {
    private final WireServer server = new WireServer();
    private final Heard heard = new Heard();
    private final CxClient client = server.client(builder -> builder.listener(heard));

    @AfterEach
    void close() {
        server.close();
    }

    private Call<JsonNode> get() {
        return client.request().get("/things/{id}").path("id", "secret-7").returningJson();
    }

    @Test
    void aCallIsToldWhenItStartsAndWhenItEnds() throws InterruptedException {
        server.answer(200, "{}");
        ApiResponse<JsonNode> response = get().executeForResponse();
        assertThat(heard.starts)
                .containsExactly(new CallStart(
                        "GET",
                        "/things/{id}",
                        URI.create("http://" + server.server.getHostName() + ":" + server.server.getPort()),
                        response.traceId(),
                        FakeTime.START));
        assertThat(heard.startedOn).containsExactly(Thread.currentThread());
        CallEnd end = heard.end();
        assertThat(end.status()).isEqualTo(200);
        assertThat(end.failure()).isNull();
        assertThat(end.outcome()).isEqualTo("success");
        assertThat(end.attempts()).isEqualTo(response.attempts());
        assertThat(heard.failed).isEmpty();
    }

    @Test
    void repetitionsAreToldBeforeTheWaitAndCountInTheEnd() throws InterruptedException {
        server.answer(503, "{}").answer(503, "{}").answer(200, "{}");
        get().execute();
        assertThat(heard.failed).extracting(Attempt::outcome).containsExactly("503", "503");
        assertThat(heard.waits).isEqualTo(server.time.sleeps());
        CallEnd end = heard.end();
        assertThat(end.attempts()).hasSize(3);
        assertThat(end.elapsed()).isEqualTo(heard.waits.get(0).plus(heard.waits.get(1)));
        assertThat(heard.ends).hasSize(1);
    }

    @Test
    void aFailureIsToldWithItsStatusAndTheExceptionThatIsThrown() throws InterruptedException {
        server.answer(409, "{}");
        assertThatThrownBy(() -> get().execute())
                .isInstanceOf(ConflictException.class)
                .isSameAs(heard.end().failure());
        assertThat(heard.end().status()).isEqualTo(409);
        assertThat(heard.end().outcome()).isEqualTo("ConflictException");
    }

    @Test
    void anAnswerThatCannotBeReadIsAFailure() throws InterruptedException {
        server.answer(200, "<html>");
        assertThatThrownBy(() -> get().execute()).isInstanceOf(DecodeException.class);
        assertThat(heard.end().status()).isNull();
        assertThat(heard.end().outcome()).isEqualTo("DecodeException");
    }

    @Test
    void aServerThatIsNotThereIsAFailureWithoutStatus() throws InterruptedException {
        CxClient lost = server.client(builder ->
                builder.baseUrl("http://localhost:" + WireRawServer.deadPort()).listener(heard));
        Call<JsonNode> call = lost.request().get("/x").returningJson();
        assertThatThrownBy(call::execute).isInstanceOf(ConnectionException.class);
        assertThat(heard.end().status()).isNull();
        assertThat(heard.end().attempts()).hasSize(3);
        assertThat(heard.failed).hasSize(2);
    }

    @Test
    void signingInAnewIsARepetitionWithoutAWait() throws InterruptedException {
        server.answer(401, "{}").answer(200, "{}");
        CxClient signing = server.client(
                builder -> builder.credentials(new Fixed(true, null)).listener(heard));
        signing.request().get("/x").returningJson().execute();
        assertThat(heard.waits).containsExactly(Duration.ZERO);
        assertThat(heard.failed).extracting(Attempt::outcome).containsExactly("401");
        assertThat(heard.end().attempts()).hasSize(2);
    }

    @Test
    void credentialsThatFailEndTheCall() throws InterruptedException {
        IllegalStateException broken = new IllegalStateException("no credentials today");
        CxClient signing = server.client(
                builder -> builder.credentials(new Fixed(false, broken)).listener(heard));
        assertThatThrownBy(() -> signing.request().get("/x").returningJson().execute())
                .isSameAs(broken);
        assertThat(heard.end().failure()).isSameAs(broken);
        assertThat(heard.end().status()).isNull();
    }

    /** As credentials do that ask somebody else for permission. */
    @Test
    void theStatusOfAnotherCallIsNotThatOfThisOne() throws InterruptedException {
        ErrorContext elsewhere = new ErrorContext("GET", "/other", "0123456789abcdef", Fate.REJECTED, List.of());
        ConflictException other = new ConflictException("409", new ErrorAnswer(409), elsewhere);
        CxClient signing = server.client(
                builder -> builder.credentials(new Fixed(false, other)).listener(heard));
        assertThatThrownBy(() -> signing.request().get("/x").returningJson().execute())
                .isSameAs(other);
        assertThat(heard.end().status()).isNull();
    }

    /** The token request failed with 401; the call it was for was never answered. */
    @Test
    void tokenRequestsAreCallsOfTheirOwn() {
        server.answer(401, "{\"error\":\"invalid_client\"}");
        CxClient signing = server.client(builder ->
                builder.credentials(OAuth.clientCredentials("id", "the-secret")).listener(heard));
        assertThatThrownBy(() -> signing.request().get("/x").returningJson().execute())
                .isInstanceOf(AuthenticationException.class);
        assertThat(heard.starts).extracting(CallStart::pathTemplate).containsExactly("/x", "/auth/v3/oauth/token");
        assertThat(heard.ends).extracting(CallEnd::status).containsExactly(401, null);
        assertThat(heard.ends.get(1).attempts()).hasSize(1);
        assertThat(heard.starts.toString() + heard.ends).doesNotContain("the-secret");
    }

    @Test
    void anAsynchronousCallStartsOnTheThreadThatAsksForIt() throws InterruptedException {
        server.answer(200, "{}").answer(200, "{}");
        get().executeAsync().join();
        get().executeForResponseAsync().join();
        assertThat(heard.startedOn).containsOnly(Thread.currentThread()).hasSize(2);
        heard.end();
        assertThat(heard.ends).extracting(CallEnd::status).containsExactly(200, 200);
    }

    @Test
    void aCallThatIsCancelledBeforeAnyThreadIsFreeEndsAllTheSame() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        CxClient narrow = server.client(builder -> builder.maxConcurrentCalls(1).listener(heard));
        CompletableFuture<Boolean> blocker = narrow.executeAsync(() -> await(begun, free));
        begun.await();
        CompletableFuture<JsonNode> queued =
                narrow.request().get("/x").returningJson().executeAsync();
        queued.cancel(true);
        CallEnd end = heard.end();
        free.countDown();
        assertThat(blocker.join()).isTrue();
        assertThat(end.failure()).isNotNull();
        assertThat(heard.ends).hasSize(1);
    }

    private static boolean await(CountDownLatch begun, CountDownLatch free) {
        begun.countDown();
        try {
            free.await();
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    @Test
    void aCallOfAClosedClientStartsAndEnds() throws InterruptedException {
        client.close();
        assertThatThrownBy(() -> get().execute()).isInstanceOf(IllegalStateException.class);
        assertThat(heard.end().failure()).isInstanceOf(IllegalStateException.class);
        get().executeAsync().exceptionally(failure -> null).join();
        assertThat(heard.ends).hasSize(2);
    }

    @Test
    void eachPageIsACall() {
        server.answer(200, "{\"things\":[1,2],\"count\":3}").answer(200, "{\"things\":[3],\"count\":3}");
        try (Stream<Integer> all = client
                .request()
                .get("/things")
                .listing(new Paging("things", "from", "size"), Integer.class)
                .size(2)
                .stream()) {
            assertThat(all).containsExactly(1, 2, 3);
        }
        assertThat(heard.ends).extracting(CallEnd::outcome).containsExactly("success", "success");
    }

    @Test
    void anErrorThatIsTakenForAValueIsAFailureAllTheSame() throws InterruptedException {
        server.answer(404, "{}");
        assertThat(get().map(JsonNode::toString).recover(e -> "none").execute()).isEqualTo("none");
        assertThat(heard.end().status()).isEqualTo(404);
    }

    @Test
    void aCancelledCallEndsWithWhatTheRunningThreadThrows() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CxClient slow =
                server.client(builder -> builder.credentials(new Waiting(asked)).listener(heard));
        CompletableFuture<JsonNode> call =
                slow.request().get("/x").returningJson().executeAsync();
        asked.await();
        call.cancel(true);
        assertThat(heard.end().failure()).isNotInstanceOf(CancellationException.class);
        assertThat(heard.end().outcome()).isEqualTo("CallInterruptedException");
        assertThat(heard.ends).hasSize(1);
    }

    /** Credentials that fail, or that can always do better after a refusal. */
    private record Fixed(boolean renews, RuntimeException failure) implements Credentials, Authenticator {
        @Override
        public Authenticator bind(AuthContext context) {
            return this;
        }

        @Override
        public Authorization authorize(OutgoingRequest request) {
            if (failure != null) {
                throw failure;
            }
            return new Authorization(Map.of("Authorization", "Custom 1234"), List.of());
        }

        @Override
        public boolean refused(Authorization refused) {
            return renews;
        }
    }

    /** Credentials that never come. */
    private record Waiting(CountDownLatch asked) implements Credentials, Authenticator {
        @Override
        public Authenticator bind(AuthContext context) {
            return this;
        }

        @Override
        public Authorization authorize(OutgoingRequest request) throws InterruptedException {
            asked.countDown();
            new CountDownLatch(1).await();
            throw new AssertionError();
        }
    }
}
