package io.github.multicloudcx.core.internal.pipeline;

import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.RetryPolicy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A call around another one, to which it hands the options. */
abstract class WrappedCall<S extends @Nullable Object, T extends @Nullable Object> implements Call<T> {
    final Call<S> inner;

    WrappedCall(Call<S> inner) {
        this.inner = inner;
    }

    abstract Call<T> around(Call<S> other);

    @Override
    public Call<T> timeout(Duration total) {
        return around(inner.timeout(total));
    }

    @Override
    public Call<T> retryPolicy(RetryPolicy policy) {
        return around(inner.retryPolicy(policy));
    }

    @Override
    public Call<T> header(String name, String value) {
        return around(inner.header(name, value));
    }

    /** Cancelling what is returned cancels the request behind it, which a dependent future would not do by itself. */
    static <A extends @Nullable Object, B extends @Nullable Object> CompletableFuture<B> linked(
            CompletableFuture<A> request, Function<CompletableFuture<A>, CompletableFuture<B>> step) {
        CompletableFuture<B> result = step.apply(request);
        var unused = result.whenComplete((value, failure) -> {
            if (result.isCancelled()) {
                request.cancel(true);
            }
        });
        return result;
    }
}
