package io.github.multicloudcx.statistics.internal;

import io.github.multicloudcx.core.ApiResponse;
import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.RetryPolicy;
import io.github.multicloudcx.core.TimeSource;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.statistics.model.PeekedStatistics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One call that is several requests; {@link BatchRun} sends them. */
final class BatchedValues implements Call<PeekedStatistics> {
    private final List<Batches.Batch> batches;
    private final TimeSource time;
    private final Batches.Background background;
    private final @Nullable Duration timeout;

    BatchedValues(
            List<Batches.Batch> batches, TimeSource time, Batches.Background background, @Nullable Duration timeout) {
        this.batches = List.copyOf(batches);
        this.time = time;
        this.background = background;
        this.timeout = timeout;
    }

    @Override
    public PeekedStatistics execute() {
        return executeForResponse().value();
    }

    @Override
    public ApiResponse<PeekedStatistics> executeForResponse() {
        return new BatchRun(batches, time, timeout).run();
    }

    @Override
    public CompletableFuture<PeekedStatistics> executeAsync() {
        return background.run(this::execute);
    }

    @Override
    public CompletableFuture<ApiResponse<PeekedStatistics>> executeForResponseAsync() {
        return background.run(this::executeForResponse);
    }

    @Override
    public Call<PeekedStatistics> timeout(Duration total) {
        return new BatchedValues(batches, time, background, Require.positive(total, "timeout"));
    }

    @Override
    public Call<PeekedStatistics> retryPolicy(RetryPolicy policy) {
        return each(call -> call.retryPolicy(policy));
    }

    @Override
    public Call<PeekedStatistics> header(String name, String value) {
        return each(call -> call.header(name, value));
    }

    private BatchedValues each(UnaryOperator<Call<PeekedStatistics>> option) {
        List<Batches.Batch> changed = batches.stream()
                .map(batch -> new Batches.Batch(batch.statistics(), option.apply(batch.call())))
                .toList();
        return new BatchedValues(changed, time, background, timeout);
    }
}
