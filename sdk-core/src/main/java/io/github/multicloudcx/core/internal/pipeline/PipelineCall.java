package io.github.multicloudcx.core.internal.pipeline;

import io.github.multicloudcx.core.ApiResponse;
import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.RetryPolicy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A call that goes through the pipeline. */
final class PipelineCall<T extends @Nullable Object> implements Call<T> {
    private final Connection connection;
    private final Spec spec;
    private final CallOptions options;
    private final AttemptReader<T> reader;

    PipelineCall(Connection connection, Spec spec, CallOptions options, AttemptReader<T> reader) {
        this.connection = connection;
        this.spec = spec;
        this.options = options;
        this.reader = reader;
    }

    @Override
    public T execute() {
        return run(connection.pipeline().watch(spec), false).value();
    }

    @Override
    public ApiResponse<T> executeForResponse() {
        return run(connection.pipeline().watch(spec), true).response();
    }

    private Done<T> run(CallWatch watch, boolean keepsText) {
        return connection.pipeline().run(spec, options, reader, watch, keepsText);
    }

    @Override
    public CompletableFuture<T> executeAsync() {
        return async(Done::value, false);
    }

    @Override
    public CompletableFuture<ApiResponse<T>> executeForResponseAsync() {
        return async(Done::response, true);
    }

    private <R extends @Nullable Object> CompletableFuture<R> async(Function<Done<T>, R> result, boolean keepsText) {
        CallWatch watch = connection.pipeline().watch(spec);
        CompletableFuture<R> future = connection.async().run(() -> result.apply(run(watch, keepsText)));
        var unused = future.whenComplete((value, failure) -> watch.over(failure));
        return future;
    }

    @Override
    public Call<T> timeout(Duration total) {
        return with(options.timeout(total));
    }

    @Override
    public Call<T> retryPolicy(RetryPolicy policy) {
        return with(options.retryPolicy(policy));
    }

    @Override
    public Call<T> header(String name, String value) {
        return with(options.header(name, value));
    }

    private Call<T> with(CallOptions changed) {
        return new PipelineCall<>(connection, spec, changed, reader);
    }

    /** Shows the template, not the values. */
    @Override
    public String toString() {
        return "Call[" + spec.method() + " " + spec.template() + "]";
    }
}
