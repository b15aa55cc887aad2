package io.github.multicloudcx.core.internal.download;

import io.github.multicloudcx.core.ApiResponse;
import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.RetryPolicy;
import io.github.multicloudcx.core.error.StorageException;
import io.github.multicloudcx.core.internal.pipeline.Async;
import io.github.multicloudcx.core.internal.pipeline.BareRequests;
import io.github.multicloudcx.core.internal.pipeline.Exchange;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A call that sends as many requests as the download takes. */
final class DownloadCall<T> implements Call<T> {
    private final Async async;
    private final Call<Exchange> request;
    private final BareRequests bare;
    private final Work<T> work;

    DownloadCall(Async async, Call<Exchange> request, BareRequests bare, Work<T> work) {
        this.async = async;
        this.request = request;
        this.bare = bare;
        this.work = work;
    }

    /** The download itself. */
    interface Work<T> {
        T run(Content content, BareRequests bare);
    }

    @Override
    public T execute() {
        return run(new Content(request, bare));
    }

    /** An interrupt closes file channels under the hand that writes; that is no trouble with the disk. */
    private T run(Content content) {
        try {
            return work.run(content, bare);
        } catch (StorageException e) {
            throw e.getCause() instanceof ClosedByInterruptException ? bare.interrupted(e) : e;
        }
    }

    @Override
    public ApiResponse<T> executeForResponse() {
        long start = bare.engine().time().nanoTime();
        Content content = new Content(request, bare);
        T value = run(content);
        Duration elapsed = Duration.ofNanos(bare.engine().time().nanoTime() - start);
        ApiResponse<?> last = content.response();
        return last == null
                ? new ApiResponse<>(value, 200, Map.of(), null, null, List.of(), "", List.of(), elapsed)
                : new ApiResponse<>(
                        value,
                        last.status(),
                        last.headers(),
                        null,
                        null,
                        List.of(),
                        last.traceId(),
                        last.attempts(),
                        elapsed);
    }

    @Override
    public CompletableFuture<T> executeAsync() {
        return async.run(this::execute);
    }

    @Override
    public CompletableFuture<ApiResponse<T>> executeForResponseAsync() {
        return async.run(this::executeForResponse);
    }

    @Override
    public Call<T> timeout(Duration total) {
        return new DownloadCall<>(async, request.timeout(total), bare.with(total), work);
    }

    @Override
    public Call<T> retryPolicy(RetryPolicy policy) {
        return new DownloadCall<>(async, request.retryPolicy(policy), bare.with(policy), work);
    }

    @Override
    public Call<T> header(String name, String value) {
        return new DownloadCall<>(async, request.header(name, value), bare, work);
    }
}
