package io.github.multicloudcx.core.internal.pipeline;

import io.github.multicloudcx.core.ApiResponse;
import io.github.multicloudcx.core.Call;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A call whose value is made from that of another one. */
public final class MappedCall<S extends @Nullable Object, T extends @Nullable Object> extends WrappedCall<S, T> {
    private final Function<? super S, ? extends T> function;

    public MappedCall(Call<S> inner, Function<? super S, ? extends T> function) {
        super(inner);
        this.function = function;
    }

    @Override
    Call<T> around(Call<S> other) {
        return new MappedCall<>(other, function);
    }

    @Override
    public T execute() {
        return function.apply(inner.execute());
    }

    @Override
    public ApiResponse<T> executeForResponse() {
        return mapped(inner.executeForResponse());
    }

    @Override
    public CompletableFuture<T> executeAsync() {
        return linked(inner.executeAsync(), request -> request.thenApply(function));
    }

    @Override
    public CompletableFuture<ApiResponse<T>> executeForResponseAsync() {
        return linked(inner.executeForResponseAsync(), request -> request.thenApply(this::mapped));
    }

    private ApiResponse<T> mapped(ApiResponse<S> response) {
        return response.withValue(function.apply(response.value()));
    }
}
