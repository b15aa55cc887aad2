package io.github.multicloudcx.core.internal.pipeline;

import io.github.multicloudcx.core.ApiResponse;
import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.error.ApiException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A call that takes some error answers for results. */
public final class RecoveringCall<T extends @Nullable Object> extends WrappedCall<T, T> {
    private final Function<? super ApiException, ? extends @Nullable T> recovery;

    public RecoveringCall(Call<T> inner, Function<? super ApiException, ? extends @Nullable T> recovery) {
        super(inner);
        this.recovery = recovery;
    }

    @Override
    Call<T> around(Call<T> other) {
        return new RecoveringCall<>(other, recovery);
    }

    @Override
    public T execute() {
        try {
            return inner.execute();
        } catch (ApiException e) {
            return recovered(e);
        }
    }

    @Override
    public ApiResponse<T> executeForResponse() {
        try {
            return inner.executeForResponse();
        } catch (ApiException e) {
            return response(recovered(e), e);
        }
    }

    @Override
    public CompletableFuture<T> executeAsync() {
        return recovering(inner.executeAsync(), this::recovered);
    }

    @Override
    public CompletableFuture<ApiResponse<T>> executeForResponseAsync() {
        return recovering(inner.executeForResponseAsync(), refusal -> response(recovered(refusal), refusal));
    }

    private static <R extends @Nullable Object> CompletableFuture<R> recovering(
            CompletableFuture<R> call, Function<ApiException, R> recovery) {
        return linked(
                call,
                request -> request.exceptionally(failure -> {
                    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
                    if (cause instanceof ApiException refusal) {
                        return recovery.apply(refusal);
                    }
                    throw failure instanceof RuntimeException e ? e : new CompletionException(failure);
                }));
    }

    private T recovered(ApiException e) {
        T value = recovery.apply(e);
        if (value == null) {
            throw e;
        }
        return value;
    }

    private ApiResponse<T> response(T value, ApiException e) {
        String trace = e.traceId() == null ? "" : e.traceId();
        Duration elapsed = e.attempts().stream()
                .map(attempt -> attempt.waited().plus(attempt.took()))
                .reduce(Duration.ZERO, Duration::plus);
        return new ApiResponse<>(
                value, e.status(), e.answer().headers(), e.body(), null, List.of(), trace, e.attempts(), elapsed);
    }
}
