package io.github.multicloudcx.benchmarks.compare;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.auth.Credentials;
import io.github.multicloudcx.core.auth.OAuth;
import io.github.multicloudcx.statistics.StatisticsClient;
import io.github.multicloudcx.statistics.model.PeekedStatistics;
import io.github.multicloudcx.statistics.model.Statistic;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import okhttp3.Response;

/** 200 threads that do W1 at the same time. */
final class Crowd {
    private static final int THREADS = 200;
    private static final long WARM_UP = TimeUnit.SECONDS.toNanos(3);
    /** Before the crowd comes: among 200 threads that of the compiler hardly gets its turn. */
    private static final int WARM_CALLS = 40_000;

    private static final long MEASURED = TimeUnit.SECONDS.toNanos(10);

    private Crowd() {}

    static void byHand(String url) throws Exception {
        OkHttpClient client = new OkHttpClient.Builder()
                .connectionPool(new ConnectionPool(THREADS, 5, TimeUnit.MINUTES))
                .dispatcher(new Dispatcher())
                .build();
        HttpUrl target = HttpUrl.get(url + Canned.STATISTICS);
        run(url, () -> {
            RequestBody body = RequestBody.create(Floor.MAPPER.writeValueAsBytes(Wire.asked()), Floor.JSON);
            try (Response response =
                    client.newCall(Floor.request(target).post(body).build()).execute()) {
                return Floor.MAPPER
                        .readValue(response.body().byteStream(), Wire.Answer.class)
                        .data();
            }
        });
    }

    /** As OkHttp does it: a dispatcher with a thread for each call, and a callback. */
    static void byHandAsync(String url) throws Exception {
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(THREADS);
        dispatcher.setMaxRequestsPerHost(THREADS);
        OkHttpClient client = new OkHttpClient.Builder()
                .connectionPool(new ConnectionPool(THREADS, 5, TimeUnit.MINUTES))
                .dispatcher(dispatcher)
                .build();
        HttpUrl target = HttpUrl.get(url + Canned.STATISTICS);
        run(url, () -> {
            RequestBody body = RequestBody.create(Floor.MAPPER.writeValueAsBytes(Wire.asked()), Floor.JSON);
            CompletableFuture<Object> answer = new CompletableFuture<>();
            client.newCall(Floor.request(target).post(body).build()).enqueue(new Answered(answer));
            return answer.get();
        });
        dispatcher.executorService().shutdown();
    }

    private record Answered(CompletableFuture<Object> answer) implements Callback {
        @Override
        public void onResponse(Call call, Response response) {
            try (response) {
                answer.complete(Floor.MAPPER
                        .readValue(response.body().byteStream(), Wire.Answer.class)
                        .data());
            } catch (IOException e) {
                answer.completeExceptionally(e);
            }
        }

        @Override
        public void onFailure(Call call, IOException e) {
            answer.completeExceptionally(e);
        }
    }

    static void byUs(String url) throws Exception {
        try (CxClient cx = wide(url)) {
            StatisticsClient statistics = StatisticsClient.create(cx);
            run(url, () -> statistics.values(wanted()).execute());
        }
    }

    static void byUsAsync(String url) throws Exception {
        try (CxClient cx = wide(url)) {
            StatisticsClient statistics = StatisticsClient.create(cx);
            run(url, () -> statistics.values(wanted()).executeAsync().get());
        }
    }

    private static CxClient wide(String url) {
        return CxClient.builder()
                .baseUrl(url)
                .apiKey(Canned.API_KEY)
                .credentials(Credentials.bearer(Canned.TOKEN))
                .maxConcurrentCalls(THREADS)
                .build();
    }

    private static List<Statistic> wanted() {
        return List.of(
                Statistic.named("CurrentAgentState").agent("agent2"),
                Statistic.named("TimeInCurrentState").agent("agent2"));
    }

    private static void run(String url, Callable<?> work) throws Exception {
        for (int i = 0; i < WARM_CALLS; i++) {
            work.call();
        }
        ConcurrentLinkedQueue<long[]> latencies = new ConcurrentLinkedQueue<>();
        AtomicInteger failures = new AtomicInteger();
        AtomicInteger connections = new AtomicInteger();
        long begin = System.nanoTime() + WARM_UP;
        Thread[] threads = new Thread[THREADS];
        for (int i = 0; i < THREADS; i++) {
            threads[i] = new Thread(() -> latencies.add(loop(work, begin, failures)));
            threads[i].start();
        }
        TimeUnit.NANOSECONDS.sleep(WARM_UP);
        connections.set(ServerProcess.count(url, "connections"));
        for (Thread thread : threads) {
            thread.join();
        }
        long[] all = latencies.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        Program.print("ops", all.length * 1e9 / MEASURED);
        Program.print("p99", all[(int) (all.length * 0.99)]);
        Program.print("failures", failures.get());
        // the two questions themselves make connections
        Program.print("connections", Math.max(0, ServerProcess.count(url, "connections") - connections.get() - 1));
    }

    private static long[] loop(Callable<?> work, long begin, AtomicInteger failures) {
        long[] latencies = new long[20_000];
        int count = 0;
        for (long start = System.nanoTime(); start < begin + MEASURED; start = System.nanoTime()) {
            try {
                work.call();
            } catch (Exception e) {
                failures.incrementAndGet();
            }
            if (start >= begin && count < latencies.length) {
                latencies[count++] = System.nanoTime() - start;
            }
        }
        return Arrays.copyOf(latencies, count);
    }

    /** All begin at once, without connections: first with a token that is there, then without one, which takes 100 ms. */
    static void withExpiredToken(String url) throws Exception {
        try (CxClient warm = withToken(url)) {
            StatisticsClient statistics = StatisticsClient.create(warm);
            for (int i = 0; i < WARM_CALLS; i++) {
                var unused = statistics.values(wanted()).execute();
            }
        }
        try (CxClient cx = wide(url)) {
            Program.print("call", first(StatisticsClient.create(cx)));
        }
        int before = ServerProcess.count(url, "tokens");
        try (CxClient cx = withToken(url)) {
            Program.print("first", first(StatisticsClient.create(cx)));
        }
        Program.print("tokens", ServerProcess.count(url, "tokens") - before);
    }

    private static CxClient withToken(String url) {
        return CxClient.builder()
                .baseUrl(url)
                .credentials(OAuth.clientCredentials("id", "secret-0123456789"))
                .maxConcurrentCalls(THREADS)
                .build();
    }

    /** How long the fastest of all threads waits for its first answer. */
    private static long first(StatisticsClient statistics) throws InterruptedException {
        AtomicLong first = new AtomicLong(Long.MAX_VALUE);
        AtomicLong start = new AtomicLong();
        CountDownLatch go = new CountDownLatch(1);
        Thread[] threads = new Thread[THREADS];
        for (int i = 0; i < THREADS; i++) {
            threads[i] = new Thread(() -> {
                try {
                    go.await();
                    PeekedStatistics values = statistics.values(wanted()).execute();
                    long took = System.nanoTime() - start.get();
                    first.accumulateAndGet(values == null ? Long.MAX_VALUE : took, Math::min);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            threads[i].start();
        }
        start.set(System.nanoTime());
        go.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        return first.get();
    }
}
