package io.github.multicloudcx.statistics.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.multicloudcx.core.ApiResponse;
import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.ResponseStatus;
import io.github.multicloudcx.core.RetryPolicy;
import io.github.multicloudcx.core.TimeSource;
import io.github.multicloudcx.core.error.CallInterruptedException;
import io.github.multicloudcx.core.error.CallTimeoutException;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.statistics.model.PeekedStatistics;
import io.github.multicloudcx.statistics.model.Statistic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchedValuesTest {
    private final ManualTime time = new ManualTime();
    private final List<String> sent = new ArrayList<>();

    /** Nothing comes back that was asked for; the name of the statistic counts the batch. */
    private ScriptedCall batch(int number, Supplier<PeekedStatistics> outcome) {
        return new ScriptedCall("batch " + number, outcome, null);
    }

    private Call<PeekedStatistics> together(Batches.Background background, List<ScriptedCall> calls) {
        return new BatchedValues(
                IntStream.range(0, calls.size())
                        .mapToObj(i -> new Batches.Batch(List.of(statistic(i)), calls.get(i)))
                        .toList(),
                time,
                background,
                null);
    }

    private static Statistic statistic(int number) {
        return Statistic.named("s" + number).agent("a");
    }

    private static PeekedStatistics nothing() {
        return new PeekedStatistics(List.of(), List.of(), List.of());
    }

    private PeekedStatistics after(Duration took) {
        time.nanos += took.toNanos();
        return nothing();
    }

    @Test
    void theTimeoutCountsForAllRequestsTogether() {
        List<ScriptedCall> calls = List.of(
                batch(0, () -> after(Duration.ofSeconds(4))),
                batch(1, () -> after(Duration.ofSeconds(6))),
                batch(2, () -> after(Duration.ofSeconds(1))));
        PeekedStatistics values =
                together(null, calls).timeout(Duration.ofSeconds(10)).execute();

        assertThat(sent).containsExactly("batch 0 within PT10S", "batch 1 within PT6S");
        assertThat(values.missing()).containsExactly(statistic(2));
        assertThat(values.errors())
                .extracting(ResponseStatus::message)
                .containsExactly(
                        "Out of time for POST /statistics/v3/operations/get-statistic-ex; the call had 10000 ms"
                                + " for all of its requests; raise its timeout if it needs longer; nothing was sent");
    }

    @Test
    void withoutATimeoutEachRequestHasThatOfTheConnection() {
        List<ScriptedCall> calls =
                List.of(batch(0, () -> after(Duration.ofHours(1))), batch(1, () -> after(Duration.ofHours(1))));
        ApiResponse<PeekedStatistics> response = together(null, calls).executeForResponse();
        assertThat(sent).containsExactly("batch 0 within null", "batch 1 within null");
        assertThat(response.elapsed()).isEqualTo(Duration.ofHours(2));
        assertThat(response.envelope()).isNull();
    }

    @Test
    void aTimeoutInEveryRequestIsTheFailureOfTheCall() {
        List<ScriptedCall> calls = List.of(
                batch(0, () -> {
                    time.nanos += Duration.ofSeconds(10).toNanos();
                    throw new CallTimeoutException("first", null, new ErrorContext(Fate.UNKNOWN));
                }),
                batch(1, BatchedValuesTest::nothing));
        assertThatExceptionOfType(CallTimeoutException.class)
                .isThrownBy(() ->
                        together(null, calls).timeout(Duration.ofSeconds(10)).execute())
                .withMessage("first");
        assertThat(sent).containsExactly("batch 0 within PT10S");
    }

    @Test
    void theTimeoutIsLongerThanZero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> together(null, List.of()).timeout(Duration.ZERO))
                .withMessageStartingWith("timeout must be longer than zero");
    }

    @Test
    void anInterruptEndsTheCallAtOnce() {
        List<ScriptedCall> calls = List.of(
                batch(0, BatchedValuesTest::nothing),
                batch(1, () -> {
                    throw new CallInterruptedException("Interrupted", null, new ErrorContext(Fate.UNKNOWN));
                }),
                batch(2, BatchedValuesTest::nothing));
        assertThatExceptionOfType(CallInterruptedException.class)
                .isThrownBy(() -> together(null, calls).execute());
        assertThat(sent).containsExactly("batch 0 within null", "batch 1 within null");
    }

    @Test
    void cancellingTheFutureSendsNoFurtherBatch() throws InterruptedException {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        List<ScriptedCall> calls = List.of(
                batch(0, BatchedValuesTest::nothing),
                batch(1, () -> untilInterrupted(arrived)),
                batch(2, BatchedValuesTest::nothing));
        try (CxClient cx =
                CxClient.builder().baseUrl("https://gapi.example.com").build()) {
            CompletableFuture<PeekedStatistics> future =
                    together(new Watched(cx, ended), calls).executeAsync();
            assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(future.cancel(true)).isTrue();
            assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(sent).containsExactly("batch 0 within null", "batch 1 within null");
    }

    private static PeekedStatistics untilInterrupted(CountDownLatch arrived) {
        arrived.countDown();
        try {
            var unused = new CountDownLatch(1).await(10, TimeUnit.SECONDS);
            throw new AssertionError("was not interrupted");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallInterruptedException("Interrupted", e, new ErrorContext(Fate.UNKNOWN));
        }
    }

    /** Tells when the work is over. */
    private record Watched(CxClient cx, CountDownLatch ended) implements Batches.Background {
        @Override
        public <T> CompletableFuture<T> run(Supplier<T> work) {
            return cx.executeAsync(() -> {
                try {
                    return work.get();
                } finally {
                    ended.countDown();
                }
            });
        }
    }

    private final class ScriptedCall implements Call<PeekedStatistics> {
        private final String name;
        private final Supplier<PeekedStatistics> outcome;
        private final Duration timeout;

        private ScriptedCall(String name, Supplier<PeekedStatistics> outcome, Duration timeout) {
            this.name = name;
            this.outcome = outcome;
            this.timeout = timeout;
        }

        @Override
        public PeekedStatistics execute() {
            return executeForResponse().value();
        }

        @Override
        public ApiResponse<PeekedStatistics> executeForResponse() {
            sent.add(name + " within " + timeout);
            return Call.of(outcome.get()).executeForResponse();
        }

        @Override
        public CompletableFuture<PeekedStatistics> executeAsync() {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletableFuture<ApiResponse<PeekedStatistics>> executeForResponseAsync() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Call<PeekedStatistics> timeout(Duration total) {
            return new ScriptedCall(name, outcome, total);
        }

        @Override
        public Call<PeekedStatistics> retryPolicy(RetryPolicy policy) {
            return this;
        }

        @Override
        public Call<PeekedStatistics> header(String key, String value) {
            return this;
        }
    }

    private static final class ManualTime implements TimeSource {
        private long nanos;

        @Override
        public Instant now() {
            return Instant.EPOCH.plusNanos(nanos);
        }

        @Override
        public long nanoTime() {
            return nanos;
        }

        @Override
        public void sleep(Duration duration) {
            throw new UnsupportedOperationException();
        }
    }
}
