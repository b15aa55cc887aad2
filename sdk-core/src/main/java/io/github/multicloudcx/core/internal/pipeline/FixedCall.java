package io.github.multicloudcx.core.internal.pipeline;

import io.github.multicloudcx.core.ApiResponse;
import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.RetryPolicy;
import io.github.multicloudcx.core.error.CxException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A call that sends nothing. */
public final class FixedCall<T extends @Nullable Object> implements Call<T> {
    private final Supplier<T> outcome;

    public FixedCall(Supplier<T> outcome) {
        this.outcome = outcome;
    }

    @Override
    public T execute() {
        return outcome.get();
    }

    @Override
    public ApiResponse<T> executeForResponse() {
        return new ApiResponse<>(
                outcome.get(), 200, Map.of(), null, null, List.of(), "0000000000000000", List.of(), Duration.ZERO);
    }

    @Override
    public CompletableFuture<T> executeAsync() {
        return completed(this::execute);
    }

    @Override
    public CompletableFuture<ApiResponse<T>> executeForResponseAsync() {
        return completed(this::executeForResponse);
    }

    private static <R extends @Nullable Object> CompletableFuture<R> completed(Supplier<R> outcome) {
        try {
            return CompletableFuture.completedFuture(outcome.get());
        } catch (CxException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public Call<T> timeout(Duration total) {
        return this;
    }

    @Override
    public Call<T> retryPolicy(RetryPolicy policy) {
        return this;
    }

    @Override
    public Call<T> header(String name, String value) {
        return this;
    }
}
