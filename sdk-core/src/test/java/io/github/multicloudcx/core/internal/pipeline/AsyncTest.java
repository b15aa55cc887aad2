package io.github.multicloudcx.core.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.testing.WireServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class AsyncTest {
    private final WireServer server = new WireServer();

    @AfterEach
    void close() {
        server.close();
    }

    /** Tells when a request of OkHttp has ended. It is the interrupt that ends it on a virtual thread, the watcher elsewhere. */
    private static final class Listener extends EventListener {
        private final CountDownLatch released = new CountDownLatch(1);

        @Override
        public void connectionReleased(okhttp3.Call call, Connection connection) {
            released.countDown();
        }

        @Override
        public void callFailed(okhttp3.Call call, IOException e) {
            released.countDown();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "mapped", "recovering", "both"})
    void cancellingTheFutureCancelsTheRequest(String kind) throws Exception {
        UnaryOperator<Call<String>> around = switch (kind) {
            case "mapped" -> call -> call.map(String::trim);
            case "recovering" -> call -> call.recover(e -> "r");
            case "both" -> call -> call.map(String::trim).recover(e -> "r").map(String::trim);
            default -> call -> call;
        };
        Listener listener = new Listener();
        CxClient client = server.client(builder -> builder.okHttpClient(
                new OkHttpClient.Builder().eventListener(listener).build()));
        server.silence();
        CompletableFuture<String> future =
                around.apply(client.request().get("/x").returningText()).executeAsync();
        server.take();
        assertThat(future.cancel(true)).isTrue();
        listener.released.await();
        assertThatThrownBy(future::join).isInstanceOf(CancellationException.class);
        assertThat(server.count()).isEqualTo(1);
    }

    @Test
    @EnabledForJreRange(max = JRE.JAVA_20)
    void withoutVirtualThreadsThePoolIsBoundedAndOfDaemons() {
        CountDownLatch three = new CountDownLatch(3);
        CountDownLatch go = new CountDownLatch(1);
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        List<CompletableFuture<Boolean>> futures = new ArrayList<>();
        try (Async async = new Async(3)) {
            for (int i = 0; i < 20; i++) {
                futures.add(async.run(() -> {
                    threads.add(Thread.currentThread());
                    three.countDown();
                    return await(three) && await(go);
                }));
            }
            assertThat(await(three)).isTrue();
            go.countDown();
            futures.forEach(CompletableFuture::join);
        }
        assertThat(threads)
                .hasSize(3)
                .allMatch(Thread::isDaemon)
                .allMatch(t -> t.getName().equals("cx-async"));
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void withVirtualThreadsEachCallHasOneOfItsOwn() {
        CountDownLatch all = new CountDownLatch(20);
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        List<CompletableFuture<Boolean>> futures = new ArrayList<>();
        try (Async async = new Async(3)) {
            for (int i = 0; i < 20; i++) {
                futures.add(async.run(() -> {
                    threads.add(Thread.currentThread());
                    all.countDown();
                    return await(all);
                }));
            }
            futures.forEach(CompletableFuture::join);
        }
        assertThat(threads).hasSize(20).allMatch(t -> t.getClass().getName().equals("java.lang.VirtualThread"));
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aTaskThatWaitsInTheQueueEndsWhenTheClientIsClosed() {
        CountDownLatch begun = new CountDownLatch(1);
        Async async = new Async(1);
        CompletableFuture<Boolean> running = async.run(() -> {
            begun.countDown();
            return await(new CountDownLatch(1));
        });
        assertThat(await(begun)).isTrue();
        CompletableFuture<Boolean> queued = async.run(() -> await(new CountDownLatch(1)));
        async.close();
        assertThatThrownBy(queued::join).hasCauseInstanceOf(IllegalStateException.class);
        assertThatThrownBy(running::join).hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void afterClosingNothingIsSent() {
        Async async = new Async(1);
        async.close();
        assertThatThrownBy(() -> async.run(() -> "x").join())
                .hasCauseInstanceOf(IllegalStateException.class)
                .hasMessageContaining("The client is closed; nothing was sent");
    }

    @Test
    void anErrorOfTheVirtualMachineReachesTheFuture() {
        try (Async async = new Async(1)) {
            assertThatThrownBy(() -> async.run(() -> {
                                throw new StackOverflowError();
                            })
                            .join())
                    .hasCauseInstanceOf(StackOverflowError.class);
        }
    }
}
