package io.github.multicloudcx.core;

import static io.github.multicloudcx.core.testing.FakeDeployment.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.multicloudcx.core.error.CallInterruptedException;
import io.github.multicloudcx.core.error.CallTimeoutException;
import io.github.multicloudcx.core.testing.FakeDeployment;
import io.github.multicloudcx.core.testing.FakeTime;
import io.github.multicloudcx.core.testing.TestThreads;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests whose answer the server holds back. */
@Timeout(60)
class LongPollTest {
    private static final Duration SHORT = Duration.ofMillis(100);

    private final FakeDeployment deployment = new FakeDeployment();
    private final Semaphore held = new Semaphore(0);
    private final CountDownLatch said = new CountDownLatch(1);

    @AfterEach
    void close() {
        said.countDown();
        deployment.close();
    }

    private CxClient client(Duration readTimeout) {
        deployment.onCall(request -> {
            if (request.getTarget().endsWith("/poll")) {
                held.release();
                said.await();
                return json(200, "\"news\"");
            }
            return new MockResponse.Builder()
                    .onResponseStart(SocketEffect.Stall.INSTANCE)
                    .build();
        });
        return deployment
                .builder(new FakeTime())
                .retryPolicy(RetryPolicy.none())
                .readTimeout(readTimeout)
                .build();
    }

    private static Call<String> poll(CxClient cx) {
        return cx.request().post("/poll").longPoll().returningText();
    }

    @Test
    void theReadTimeoutThatEndsOtherRequestsDoesNotEndThem() throws Exception {
        try (CxClient cx = client(SHORT)) {
            CompletableFuture<String> news = poll(cx).executeAsync();
            held.acquire();
            assertThatThrownBy(() -> cx.request().get("/x").returningText().execute())
                    .isInstanceOf(CallTimeoutException.class);
            assertThat(news).isNotDone();
            said.countDown();
            assertThat(news.get()).isEqualTo("news");
        }
    }

    @Test
    void otherRequestsOnTheSameConnectionKeepTheReadTimeout() {
        try (CxClient cx = client(SHORT)) {
            said.countDown();
            assertThat(poll(cx).execute()).isEqualTo("news");
            assertThatThrownBy(() -> cx.request().get("/x").returningText().execute())
                    .isInstanceOf(CallTimeoutException.class);
        }
    }

    @Test
    void anInterceptorThatSetsAReadTimeoutDoesNotEndThemEither() throws Exception {
        OkHttpClient impatient = new OkHttpClient.Builder()
                .addInterceptor(chain -> chain.withReadTimeout((int) SHORT.toMillis(), TimeUnit.MILLISECONDS)
                        .proceed(chain.request()))
                .build();
        try (CxClient first = client(SHORT);
                CxClient cx = deployment
                        .builder(new FakeTime())
                        .retryPolicy(RetryPolicy.none())
                        .okHttpClient(impatient)
                        .build()) {
            assertThat(first).isNotNull();
            CompletableFuture<String> news = poll(cx).executeAsync();
            held.acquire();
            assertThatThrownBy(() -> cx.request().get("/x").returningText().execute())
                    .isInstanceOf(CallTimeoutException.class);
            assertThat(news).isNotDone();
            said.countDown();
            assertThat(news.get()).isEqualTo("news");
        } finally {
            impatient.dispatcher().executorService().shutdown();
            impatient.connectionPool().evictAll();
        }
    }

    @Test
    void theTimeoutOfTheCallCountsAllTheSame() {
        try (CxClient cx = client(Duration.ofMinutes(5))) {
            assertThatThrownBy(() -> poll(cx).timeout(SHORT).execute()).isInstanceOf(CallTimeoutException.class);
        }
    }

    @Test
    void soDoesTheTimeoutOfTheClient() {
        try (CxClient first = client(Duration.ofMinutes(5));
                CxClient cx = deployment
                        .builder(new FakeTime())
                        .retryPolicy(RetryPolicy.none())
                        .timeout(SHORT)
                        .build()) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> poll(cx).execute()).isInstanceOf(CallTimeoutException.class);
        }
    }

    @Test
    void theTimeoutOfTheCallAlsoEndsAnAnswerThatStopsInTheMiddle() {
        try (CxClient cx = client(Duration.ofMinutes(5))) {
            deployment.onCall(request -> new MockResponse.Builder()
                    .body("\"" + "x".repeat(100_000) + "\"")
                    .onResponseBody(SocketEffect.Stall.INSTANCE)
                    .build());
            assertThatThrownBy(() -> poll(cx).timeout(SHORT).execute()).isInstanceOf(CallTimeoutException.class);
        }
    }

    @Test
    void anInterruptEndsThem() throws Exception {
        try (CxClient cx = client(Duration.ofMinutes(5))) {
            TestThreads.Running<String> polling = TestThreads.start(() -> poll(cx).execute());
            held.acquire();
            polling.thread().interrupt();
            assertThatThrownBy(() -> polling.result().get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(CallInterruptedException.class);
        }
    }

    @Test
    void closingTheClientEndsThem() throws Exception {
        CxClient cx = client(Duration.ofMinutes(5));
        TestThreads.Running<String> polling = TestThreads.start(() -> poll(cx).execute());
        held.acquire();
        cx.close();
        assertThatThrownBy(() -> polling.result().get()).isInstanceOf(ExecutionException.class);
    }
}
