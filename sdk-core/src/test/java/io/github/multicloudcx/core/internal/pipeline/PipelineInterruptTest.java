package io.github.multicloudcx.core.internal.pipeline;

import static io.github.multicloudcx.core.testing.WireServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.RateLimit;
import io.github.multicloudcx.core.RetryPolicy;
import io.github.multicloudcx.core.auth.Authorization;
import io.github.multicloudcx.core.error.CallInterruptedException;
import io.github.multicloudcx.core.testing.NapTime;
import io.github.multicloudcx.core.testing.WireServer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponseBody;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PipelineInterruptTest {
    private final WireServer server = new WireServer();
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void close() {
        release.countDown();
        server.close();
    }

    /** What came of a call on a thread of its own. */
    private record Ended(@Nullable Throwable thrown, boolean flag) {}

    private static Ended interruptedWhile(Call<?> call, Waiting waiting) throws Exception {
        CompletableFuture<Ended> ended = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            Throwable thrown = null;
            try {
                call.execute();
            } catch (RuntimeException e) {
                thrown = e;
            }
            ended.complete(new Ended(thrown, Thread.currentThread().isInterrupted()));
        });
        thread.start();
        waiting.await();
        thread.interrupt();
        return ended.get(30, TimeUnit.SECONDS);
    }

    private interface Waiting {
        void await() throws Exception;
    }

    private static CallInterruptedException check(Ended ended, Fate fate) {
        assertThat(ended.thrown())
                .isInstanceOf(CallInterruptedException.class)
                .hasMessageStartingWith("Interrupted for ");
        assertThat(ended.flag()).isTrue();
        CallInterruptedException e = (CallInterruptedException) ended.thrown();
        assertThat(e.fate()).isEqualTo(fate);
        return e;
    }

    private static Call<JsonNode> post(CxClient client) {
        return client.request().post("/x").returning(JsonNode.class);
    }

    @Test
    void whileWaitingForTheAnswer() throws Exception {
        server.silence();
        check(interruptedWhile(post(server.client()), server::take), Fate.UNKNOWN);
        assertThat(server.count()).isEqualTo(1);
    }

    @Test
    void whileReadingTheBody() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        MockResponseBody stuck = new MockResponseBody() {
            @Override
            public long getContentLength() {
                return 1000;
            }

            @Override
            public void writeTo(BufferedSink sink) throws java.io.IOException {
                sink.writeUtf8("{\"a\":").flush();
                begun.countDown();
                try {
                    release.await();
                } catch (InterruptedException e) {
                    throw new java.io.InterruptedIOException();
                }
            }
        };
        Interceptor seen = chain -> {
            var response = chain.proceed(chain.request());
            answered.countDown();
            return response;
        };
        server.answer(json(200, "").body(stuck));
        CxClient client = server.client(builder -> builder.okHttpClient(
                new OkHttpClient.Builder().addInterceptor(seen).build()));
        check(
                interruptedWhile(post(client), () -> {
                    begun.await();
                    answered.await();
                }),
                Fate.UNKNOWN);
    }

    @Test
    void whileSleepingInBackOff() throws Exception {
        CountDownLatch asleep = new CountDownLatch(1);
        server.answer(500, "{}").answer(200, "{}");
        CxClient client = server.client(builder -> builder.timeSource(NapTime.forEver(asleep)));
        Ended ended = interruptedWhile(client.request().get("/x").returning(JsonNode.class), asleep::await);
        CallInterruptedException e = check(ended, Fate.NOT_SENT);
        assertThat(e.getSuppressed())
                .singleElement()
                .satisfies(earlier -> assertThat(earlier).hasMessageContaining("500 Internal Server Error"));
        assertThat(server.count()).isEqualTo(1);
    }

    @Test
    void whileSleepingAfterAnAttemptOfUnknownFate() throws Exception {
        CountDownLatch asleep = new CountDownLatch(1);
        server.answer(500, "{}");
        CxClient client = server.client(builder -> builder.timeSource(NapTime.forEver(asleep)));
        check(interruptedWhile(client.request().delete("/x").returningNothing(), asleep::await), Fate.UNKNOWN);
    }

    @Test
    void whileWaitingForAPermit() throws Exception {
        CountDownLatch asleep = new CountDownLatch(1);
        CxClient client = server.client(builder ->
                builder.timeSource(NapTime.forEver(asleep)).rateLimit(new RateLimit(1, Duration.ofSeconds(30))));
        server.answer(200, "{}");
        post(client).execute();
        check(interruptedWhile(post(client), asleep::await), Fate.NOT_SENT);
        assertThat(server.count()).isEqualTo(1);
    }

    @Test
    void whileWaitingForCredentials() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CxClient client = server.client(builder -> builder.credentials(context -> request -> {
            asked.countDown();
            new CountDownLatch(1).await();
            return new Authorization(Map.of(), null);
        }));
        check(interruptedWhile(post(client), asked::await), Fate.NOT_SENT);
        assertThat(server.count()).isZero();
    }

    @Test
    void beforeItBeginsSoThatItEndsWhileConnecting() throws Exception {
        server.silence();
        CountDownLatch go = new CountDownLatch(1);
        Call<JsonNode> call = post(server.client()).retryPolicy(RetryPolicy.none());
        Call<JsonNode> late = Call.of(1).map(one -> {
            try {
                go.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return call.execute();
        });
        check(interruptedWhile(late, () -> {}), Fate.NOT_SENT);
        assertThat(server.count()).isZero();
    }
}
