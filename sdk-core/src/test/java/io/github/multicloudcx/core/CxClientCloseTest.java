package io.github.multicloudcx.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.multicloudcx.core.error.CallInterruptedException;
import io.github.multicloudcx.core.testing.NapTime;
import io.github.multicloudcx.core.testing.TestThreads;
import io.github.multicloudcx.core.testing.WireServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

@Timeout(60)
@Isolated("it looks at the threads of the whole virtual machine")
class CxClientCloseTest {
    private final WireServer server = new WireServer();
    private final Set<Thread> before = ours();

    @AfterEach
    void close() {
        server.close();
    }

    private static Set<Thread> ours() {
        Set<Thread> ours = new HashSet<>(Thread.getAllStackTraces().keySet());
        ours.removeIf(thread -> !thread.getName().startsWith("cx-"));
        return ours;
    }

    private void allThreadsEnd() throws InterruptedException {
        for (Thread thread : ours()) {
            if (!before.contains(thread)) {
                thread.join();
            }
        }
    }

    private static Throwable cause(CompletableFuture<?> future) {
        return catchThrowable(() -> future.get(30, TimeUnit.SECONDS)).getCause();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void closingEndsRunningCallsWithAnExceptionAndLeavesNoThread(boolean broughtAlong) throws Exception {
        CxClient client = server.client(builder -> broughtAlong ? builder.okHttpClient(new OkHttpClient()) : builder);
        Call<Void> call = client.request().get("/x").returningNothing();
        List<CompletableFuture<?>> futures = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            server.silence();
            futures.add(i % 2 == 0 ? call.executeAsync() : onItsOwnThread(call));
        }
        for (int i = 0; i < 4; i++) {
            server.take();
        }
        client.close();
        for (CompletableFuture<?> future : futures) {
            assertThat(cause(future))
                    .isInstanceOf(CallInterruptedException.class)
                    .hasMessageStartingWith("Client closed for GET /x; 1 attempt");
        }
        allThreadsEnd();
    }

    private static CompletableFuture<Void> onItsOwnThread(Call<Void> call) {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        new Thread(() -> {
                    try {
                        ended.complete(call.execute());
                    } catch (RuntimeException e) {
                        ended.completeExceptionally(e);
                    }
                })
                .start();
        return ended;
    }

    @Test
    void anAsyncCallThatSleepsInBackOffEndsToo() throws Exception {
        server.answer(WireServer.json(503, "{}").addHeader("Retry-After", "60"));
        CxClient client = server.client(builder -> builder.timeSource(TimeSource.system()));
        CompletableFuture<Void> future =
                client.request().get("/x").returningNothing().executeAsync();
        server.take();
        client.close();
        assertThat(cause(future)).isInstanceOf(CallInterruptedException.class).hasMessageStartingWith("Client closed");
        allThreadsEnd();
    }

    @Test
    void aSynchronousCallThatSleepsInBackOffEndsAtOnceAndItsThreadIsNotInterrupted() throws Exception {
        server.answer(503, "{}");
        endsWhileAsleep(builder -> builder, 1);
    }

    @Test
    void aSynchronousCallThatWaitsForAPermitEndsAtOnceAndItsThreadIsNotInterrupted() throws Exception {
        server.answer(200, "{}");
        endsWhileAsleep(
                builder ->
                        builder.rateLimit(new RateLimit(1, Duration.ofHours(1))).timeout(Duration.ofDays(1)),
                2);
    }

    private void endsWhileAsleep(UnaryOperator<CxClientBuilder> settings, int calls) throws Exception {
        CountDownLatch asleep = new CountDownLatch(1);
        CxClient client = server.client(builder -> settings.apply(builder).timeSource(NapTime.forEver(asleep)));
        Call<Void> call = client.request().get("/x").returningNothing();
        var caller = TestThreads.start(() -> {
            Throwable thrown = catchThrowable(() -> {
                for (int i = 0; i < calls; i++) {
                    call.execute();
                }
            });
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
            return thrown;
        });
        asleep.await();
        client.close();
        assertThat(caller.result().get(30, TimeUnit.SECONDS))
                .isInstanceOf(CallInterruptedException.class)
                .hasMessageStartingWith("Client closed for GET /x");
        allThreadsEnd();
    }

    @Test
    void closingTwiceDoesNoHarmAndCallsAfterItAreIllegal() throws Exception {
        server.answer(200, "{}");
        CxClient client = server.client();
        Call<Void> call = client.request().get("/x").returningNothing();
        call.execute();
        client.close();
        client.close();
        assertThatThrownBy(call::execute)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The client is closed; nothing was sent");
        assertThat(cause(call.executeAsync())).isInstanceOf(IllegalStateException.class);
        assertThat(server.count()).isEqualTo(1);
        allThreadsEnd();
    }

    @Test
    void aClientThatWasNeverUsedHasNoThread() {
        try (CxClient client = CxClient.builder().baseUrl(server.url()).build()) {
            assertThat(client).isNotNull();
            assertThat(ours()).isEqualTo(before);
        }
    }

    @Test
    void aSynchronousCallRunsOnTheThreadOfTheCallerSoThatThreadLocalsWork() {
        List<String> seen = new ArrayList<>();
        OkHttpClient okHttp = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    seen.add(MDC.get("tenant") + Thread.currentThread().getId());
                    return chain.proceed(chain.request());
                })
                .addNetworkInterceptor(chain -> {
                    seen.add(MDC.get("tenant") + Thread.currentThread().getId());
                    return chain.proceed(chain.request());
                })
                .build();
        server.answer(200, "{}");
        MDC.put("tenant", "t1-");
        try {
            server.client(builder -> builder.okHttpClient(okHttp))
                    .request()
                    .get("/x")
                    .returningNothing()
                    .execute();
        } finally {
            MDC.remove("tenant");
        }
        String here = "t1-" + Thread.currentThread().getId();
        assertThat(seen).containsExactly(here, here);
    }
}
