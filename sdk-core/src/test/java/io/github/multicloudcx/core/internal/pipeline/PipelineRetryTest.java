package io.github.multicloudcx.core.internal.pipeline;

import static io.github.multicloudcx.core.testing.WireServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.ApiFamily;
import io.github.multicloudcx.core.ApiResponse;
import io.github.multicloudcx.core.Attempt;
import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.RetryPolicy;
import io.github.multicloudcx.core.Upload;
import io.github.multicloudcx.core.auth.AuthContext;
import io.github.multicloudcx.core.auth.Authorization;
import io.github.multicloudcx.core.error.ApiException;
import io.github.multicloudcx.core.error.BadRequestException;
import io.github.multicloudcx.core.error.ConnectionException;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.error.ServerException;
import io.github.multicloudcx.core.error.TooManyRequestsException;
import io.github.multicloudcx.core.testing.WireRawServer;
import io.github.multicloudcx.core.testing.WireServer;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class PipelineRetryTest {
    private final WireServer server = new WireServer();
    private final CxClient client = server.client();

    @AfterEach
    void close() {
        server.close();
    }

    private Call<JsonNode> get() {
        return client.request().get("/things/{id}").path("id", 7).returning(JsonNode.class);
    }

    private Call<JsonNode> post() {
        return client.request().post("/things").json(Map.of("a", 1)).returning(JsonNode.class);
    }

    private <E extends Throwable> E failure(Call<?> call, Class<E> type) {
        return catchThrowableOfType(type, call::execute);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void aGetIsRepeatedWhenTheServerFails(int status) {
        server.answer(status, "{}").answer(status, "{}").answer(200, "{\"id\":7}");
        assertThat(get().execute().get("id").asInt()).isEqualTo(7);
        assertThat(server.count()).isEqualTo(3);
    }

    @Test
    void aGetIsRepeatedWhenTheConnectionBreaks() {
        server.cut().answer(200, "{\"id\":7}");
        assertThat(get().executeForResponse().attempts())
                .extracting(Attempt::outcome)
                .containsExactly("connection broken", "200");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 408, 409, 415, 422, 501})
    void whatRepeatingCannotMendIsNotRepeated(int status) {
        server.answer(status, "{}").answer(200, "{}");
        assertThat(failure(get(), ApiException.class).status()).isEqualTo(status);
        assertThat(server.count()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void aPostWhoseFateIsUnknownIsNotRepeated(int status) {
        server.answer(status, "{}").answer(200, "{}");
        assertThat(failure(post(), ServerException.class).fate()).isEqualTo(Fate.UNKNOWN);
        assertThat(server.count()).isEqualTo(1);
    }

    @Test
    void aPostWhoseConnectionBrokeIsNotRepeated() {
        server.cut().answer(200, "{}");
        ConnectionException e = failure(post(), ConnectionException.class);
        assertThat(e.fate()).isEqualTo(Fate.UNKNOWN);
        assertThat(e).hasMessageContaining("it may have been carried out: check before repeating");
        assertThat(server.count()).isEqualTo(1);
    }

    @Test
    void aPostIsRepeatedWhenNothingWasSent() {
        int port = WireRawServer.deadPort();
        CxClient nowhere = server.client(builder -> builder.baseUrl("http://127.0.0.1:" + port));
        ConnectionException e =
                failure(nowhere.request().post("/things").returningNothing(), ConnectionException.class);
        assertThat(e.attempts())
                .extracting(Attempt::outcome)
                .containsExactly("connection refused", "connection refused", "connection refused");
        assertThat(e.fate()).isEqualTo(Fate.NOT_SENT);
        assertThat(e)
                .hasMessageStartingWith(
                        "No connection to http://127.0.0.1:" + port
                                + " (connection refused) for POST /things; check host and port of the base URL; nothing was sent; 3 attempts");
    }

    @ParameterizedTest
    @CsvSource({"429", "503"})
    void aPostIsRepeatedWhenTheServerAsksToComeBackLater(int status) {
        server.answer(json(status, "{}").addHeader("Retry-After", "7")).answer(200, "{}");
        ApiResponse<JsonNode> response = post().executeForResponse();
        assertThat(server.time.sleeps()).containsExactly(Duration.ofSeconds(7));
        assertThat(response.attempts().get(1).waited()).isEqualTo(Duration.ofSeconds(7));
        assertThat(response.attempts().get(1).waitReason()).isEqualTo("Retry-After");
        server.take();
        assertThat(server.take().getBody().utf8()).isEqualTo("{\"a\":1}");
    }

    @Test
    void aPostAnswered429WithoutRetryAfterIsNotRepeated() {
        server.answer(429, "{}").answer(200, "{}");
        assertThat(failure(post(), TooManyRequestsException.class).fate()).isEqualTo(Fate.REJECTED);
        assertThat(server.count()).isEqualTo(1);
    }

    @Test
    void aPostThatIsSafeToRepeatIsRepeated() {
        server.answer(500, "{}").cut().answer(200, "{}");
        client.request().post("/sign-out").safeToRepeat().returningNothing().execute();
        assertThat(server.count()).isEqualTo(3);
    }

    @Test
    void aBodyThatCanBeSentOnceIsNotSentAgain() {
        server.answer(json(503, "{}").addHeader("Retry-After", "1")).answer(200, "{}");
        Upload upload = Upload.stream("a.txt", new ByteArrayInputStream(new byte[10]), 10);
        Call<Void> call =
                client.request().post("/files").multipart("file", upload).returningNothing();
        assertThat(failure(call, ServerException.class).fate()).isEqualTo(Fate.REJECTED);
        assertThat(server.count()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "00"})
    void retryAfterZeroIsObeyedByUsAndNotBehindOurBack(String zero) {
        server.answer(json(503, "{}").addHeader("Retry-After", zero)).answer(200, "{}");
        assertThat(post().executeForResponse().attempts()).hasSize(2);
        assertThat(server.time.sleeps()).containsExactly(Duration.ZERO);
        assertThat(server.count()).isEqualTo(2);
    }

    @Test
    void oneAttemptIsOneRequestEvenWhenTheServerAsksToRepeatAtOnce() {
        server.answer(json(503, "{}").addHeader("Retry-After", "0")).answer(200, "{}");
        ServerException e = failure(post().retryPolicy(RetryPolicy.none()), ServerException.class);
        assertThat(e.answer().headers().get("retry-after")).containsExactly("0");
        assertThat(server.count()).isEqualTo(1);
    }

    @Test
    void retryAfterBeyondTheMaximumFailsAtOnceAndSaysSo() {
        server.answer(json(429, "{}").addHeader("Retry-After", "61")).answer(200, "{}");
        TooManyRequestsException e = failure(get(), TooManyRequestsException.class);
        assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(61));
        assertThat(e).hasMessageContaining("the server asks to wait 61 s, more than the allowed 60 s (maxRetryAfter)");
        assertThat(server.time.sleeps()).isEmpty();
        assertThat(server.count()).isEqualTo(1);
    }

    @Test
    void aRetryAfterLongerThanAnIntIsAnOrdinaryRefusal() {
        server.answer(json(503, "{}").addHeader("Retry-After", "99999999999"));
        assertThat(failure(get(), ServerException.class)).hasMessageContaining("maxRetryAfter");
    }

    @Test
    void retryAfterAsADateIsObeyed() {
        server.answer(json(503, "{}").addHeader("Retry-After", "Thu, 01 Jan 2026 00:00:05 GMT"))
                .answer(200, "{}");
        get().execute();
        assertThat(server.time.sleeps()).containsExactly(Duration.ofSeconds(5));
    }

    @Test
    void aDelayThatWouldPassTheDeadlineIsNotSlept() {
        server.answer(json(503, "{}").addHeader("Retry-After", "5")).answer(200, "{}");
        assertThat(failure(get().timeout(Duration.ofSeconds(5)), ServerException.class)
                        .attempts())
                .hasSize(1);
        assertThat(server.time.sleeps()).isEmpty();
    }

    @Test
    void theDelaysOfTheBackOffStayWithinTheirBounds() {
        server.answer(500, "{}").answer(500, "{}").answer(200, "{}");
        get().execute();
        List<Duration> sleeps = server.time.sleeps();
        assertThat(sleeps).hasSize(2);
        assertThat(sleeps.get(0)).isLessThanOrEqualTo(Duration.ofMillis(250));
        assertThat(sleeps.get(1)).isLessThanOrEqualTo(Duration.ofMillis(500));
    }

    @Test
    void theFailuresOfEarlierAttemptsAreSuppressedExceptions() {
        server.answer(500, "{}").cut().answer(400, "{}");
        BadRequestException e = failure(get(), BadRequestException.class);
        assertThat(e.getSuppressed()).hasSize(2);
        assertThat(e.getSuppressed()[0]).isInstanceOf(ServerException.class).hasMessageContaining(e.traceId());
        assertThat(e.getSuppressed()[1]).isInstanceOf(ConnectionException.class).hasMessageContaining(e.traceId());
    }

    @Test
    void thePolicyOfTheCallWinsOverThatOfTheClient() {
        server.answer(500, "{}")
                .answer(500, "{}")
                .answer(500, "{}")
                .answer(500, "{}")
                .answer(200, "{}");
        get().retryPolicy(RetryPolicy.standard().maxAttempts(5)).execute();
        assertThat(server.count()).isEqualTo(5);
    }

    @Test
    void repetitionsOfTheWholeConnectionEndWhenTheBudgetIsSpentAndComeBackWithSuccesses() {
        Call<JsonNode> call =
                get().retryPolicy(RetryPolicy.standard().maxAttempts(101).maxDelay(Duration.ofMillis(1)));
        for (int i = 0; i < 101; i++) {
            server.answer(500, "{}");
        }
        assertThat(failure(call, CxException.class))
                .hasMessageNotContaining("retry budget")
                .satisfies(e -> assertThat(e.attempts()).hasSize(101));
        server.answer(500, "{}");
        assertThat(failure(call, CxException.class))
                .hasMessageContaining("; not repeated, because the retry budget of this client is used up:"
                        + " too many of its calls failed; 1 attempt, ")
                .satisfies(e -> assertThat(e.attempts()).hasSize(1));
        for (int i = 0; i < 5; i++) {
            server.answer(200, "{}");
            get().execute();
        }
        server.answer(500, "{}").answer(200, "{}");
        assertThat(call.executeForResponse().attempts()).hasSize(2);
    }

    @Test
    void requestsForTokensSpendTheSameBudget() {
        AtomicReference<AuthContext> lent = new AtomicReference<>();
        CxClient signing = server.client(builder -> builder.credentials(context -> {
            lent.set(context);
            return request -> new Authorization(Map.of(), null);
        }));
        for (int i = 0; i < 102; i++) {
            server.answer(500, "{}");
        }
        Call<Void> tokens = lent.get()
                .unauthenticated(ApiFamily.UDM)
                .get("/x")
                .returningNothing()
                .retryPolicy(RetryPolicy.standard().maxAttempts(200).maxDelay(Duration.ofMillis(1)));
        assertThat(failure(tokens, CxException.class).attempts()).hasSize(101);
        assertThat(failure(signing.request().get("/x").returningNothing(), CxException.class)
                        .attempts())
                .hasSize(1);
    }
}
