package io.github.multicloudcx.core;

import static io.github.multicloudcx.core.testing.WireServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.core.error.NotFoundException;
import io.github.multicloudcx.core.testing.WireServer;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole answers: made into values, and asked for on other threads. */
@Timeout(60)
class CallResponseTest {
    private final WireServer server = new WireServer();

    @AfterEach
    void close() {
        server.close();
    }

    /** Every kind of call that sends something. */
    private enum Kind {
        PLAIN(cx -> text(cx)),
        MAPPED(cx -> text(cx).map(String::length)),
        MAPPED_RESPONSE(cx -> text(cx).mapResponse(ApiResponse::status)),
        RECOVERING(cx -> text(cx).recover(e -> null)),
        NESTED(cx -> text(cx).mapResponse(ApiResponse::value).recover(e -> null).map(String::length)),
        DOWNLOAD(cx -> cx.request().get("/x").download().to(OutputStream.nullOutputStream())),
        MAPPED_DOWNLOAD(cx -> cx.request()
                .get("/x")
                .download()
                .to(OutputStream.nullOutputStream())
                .mapResponse(ApiResponse::status));

        private final Function<CxClient, Call<?>> call;

        Kind(Function<CxClient, Call<?>> call) {
            this.call = call;
        }

        Call<?> of(CxClient cx) {
            return call.apply(cx);
        }

        private static Call<String> text(CxClient cx) {
            return cx.request().get("/x").returningText();
        }
    }

    private static <T> ApiResponse<T> join(Call<T> call) {
        return call.executeForResponseAsync().join();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void theAnswerToComeIsTheOneThatWaitingGives(Kind kind) {
        server.answer(json(200, "\"abc\"").addHeader("X-Of-Server", "1"));
        server.answer(json(200, "\"abc\"").addHeader("X-Of-Server", "2"));
        Call<?> call = kind.of(server.client());
        ApiResponse<?> waited = call.executeForResponse();
        ApiResponse<?> later = join(call);
        assertThat((Object) later.value()).isEqualTo(waited.value());
        assertThat(later.status()).isEqualTo(waited.status()).isEqualTo(200);
        assertThat(waited.header("x-of-server")).isEqualTo("1");
        assertThat(later.header("x-of-server")).isEqualTo("2");
        assertThat(later.attempts()).hasSize(1);
        assertThat(later.traceId()).hasSize(16).isNotEqualTo(waited.traceId());
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aFailureComesAsTheCauseWithTheTraceOfTheCaller(Kind kind) {
        server.answer(404, "{}");
        CompletableFuture<?> later = kind.of(server.client()).executeForResponseAsync();
        assertThatThrownBy(later::join)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOf(NotFoundException.class)
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .extracting(Throwable::getMessage)
                        .contains("executeAsync() was called here"));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void cancellingTheFutureCancelsTheRequest(Kind kind) throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        OkHttpClient given = new OkHttpClient.Builder()
                .eventListener(new EventListener() {
                    @Override
                    public void connectionReleased(okhttp3.Call call, Connection connection) {
                        released.countDown();
                    }

                    @Override
                    public void callFailed(okhttp3.Call call, IOException e) {
                        released.countDown();
                    }
                })
                .build();
        server.silence();
        CompletableFuture<?> later =
                kind.of(server.client(builder -> builder.okHttpClient(given))).executeForResponseAsync();
        server.take();
        assertThat(later.cancel(true)).isTrue();
        assertThat(released.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(later).isCancelled();
        given.dispatcher().executorService().shutdown();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void optionsOfTheCallCountThereToo(Kind kind) {
        server.answer(503, "{}").answer(200, "\"abc\"");
        Call<?> call = kind.of(server.client())
                .header("X-Request-Source", "nightly")
                .timeout(Duration.ofMinutes(1))
                .retryPolicy(RetryPolicy.none());
        assertThatThrownBy(() -> join(call)).isInstanceOf(CompletionException.class);
        assertThat(join(call).status()).isEqualTo(200);
        assertThat(server.take().getHeaders().get("X-Request-Source")).isEqualTo("nightly");
    }

    @Test
    void anErrorThatIsAResultIsRecoveredWithItsStatus() {
        server.answer(404, "{}").answer(404, "{}");
        Call<String> call = server.client().request().get("/x").returningText().recover(e -> "none");
        assertThat(join(call).value()).isEqualTo("none");
        assertThat(join(call.mapResponse(answer -> answer.status() + answer.value()))
                        .value())
                .isEqualTo("404none");
    }

    @Test
    void callsThatSendNothingAreDoneAtOnce() {
        CxException failure = new CxException("no", null, new ErrorContext(Fate.NOT_SENT));
        assertThat(Call.of("a").executeForResponseAsync())
                .isCompletedWithValueMatching(answer -> answer.value().equals("a") && answer.status() == 200);
        assertThat(Call.of("a").mapResponse(ApiResponse::status).executeAsync()).isCompletedWithValue(200);
        assertThatThrownBy(Call.failed(failure).executeForResponseAsync()::join).hasCause(failure);
        assertThatThrownBy(Call.failed(failure).mapResponse(ApiResponse::status).executeAsync()::join)
                .hasCause(failure);
    }

    @Test
    void aValueCanBeMadeOfHeadersAndOfTheErrorsOfWhatWasDoneInPart() {
        server.answer(json(
                        200,
                        "{\"status\":{\"code\":2},\"data\":{\"a\":1},"
                                + "\"errors\":[{\"status\":{\"code\":17,\"message\":\"no such object\"}}]}")
                .addHeader("X-Of-Server", "1"));
        Call<List<String>> call = server.client()
                .api(ApiFamily.STATISTICS)
                .get("/x")
                .returning(JsonNode.class)
                .mapResponse(answer -> List.of(
                        String.valueOf(answer.header("X-Of-Server")),
                        answer.value().path("a").asText(),
                        answer.errors().get(0).message()));
        ApiResponse<List<String>> answer = call.executeForResponse();
        assertThat(answer.value()).containsExactly("1", "1", "no such object");
        assertThat(answer.errors()).as("the rest of the answer stays").hasSize(1);
    }

    @Test
    void theValueIsMadeOncePerExecutionAndOnlyOfASuccess() {
        AtomicInteger made = new AtomicInteger();
        server.answer(200, "\"a\"").answer(200, "\"a\"").answer(404, "{}");
        Call<Integer> call =
                server.client().request().get("/x").returningText().mapResponse(answer -> made.incrementAndGet());
        assertThat(call.execute()).isEqualTo(1);
        assertThat(call.executeAsync().join()).isEqualTo(2);
        assertThatThrownBy(call::execute).isInstanceOf(NotFoundException.class);
        assertThat(made).hasValue(2);
    }

    @Test
    void whatTheFunctionThrowsComesOut() {
        IllegalStateException odd = new IllegalStateException("odd");
        server.answer(200, "\"a\"").answer(200, "\"a\"");
        Call<Object> call = server.client().request().get("/x").returningText().mapResponse(answer -> {
            throw odd;
        });
        assertThatThrownBy(call::execute).isSameAs(odd);
        assertThatThrownBy(() -> join(call)).hasCause(odd);
    }
}
