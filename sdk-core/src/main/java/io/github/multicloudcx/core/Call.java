package io.github.multicloudcx.core;

import io.github.multicloudcx.core.error.ApiException;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.internal.pipeline.FixedCall;
import io.github.multicloudcx.core.internal.pipeline.MappedCall;
import io.github.multicloudcx.core.internal.pipeline.RecoveringCall;
import io.github.multicloudcx.core.internal.pipeline.ResponseMappedCall;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A request that is ready to be sent. It is immutable and keeps no state: executing it twice sends two requests, and the
 * methods that change an option return a copy. Nothing is sent before one of the {@code execute} methods is called.
 *
 * @param <T> type of the value; {@link Void} when there is none
 */
public interface Call<T extends @Nullable Object> {
    /**
     * Sends the request on the calling thread and waits for the value. An interrupt ends it within about 50 ms.
     *
     * @return the value; null only for {@link Void}
     * @throws CxException when it fails
     */
    @CanIgnoreReturnValue
    T execute();

    /**
     * Sends the request and returns the value with status, headers, trace id, attempts and time.
     *
     * @return the answer
     * @throws CxException when it fails
     */
    @CanIgnoreReturnValue
    ApiResponse<T> executeForResponse();

    /**
     * Sends the request on another thread: a virtual one where the JVM has them, else one of a bounded pool. Cancelling
     * the future cancels the request.
     *
     * @return the value to come, or a {@link CxException}
     */
    CompletableFuture<T> executeAsync();

    /**
     * Sends the request as {@link #executeAsync()} does and returns the value with all that
     * {@link #executeForResponse()} returns.
     *
     * @return the answer to come, or a {@link CxException}
     */
    CompletableFuture<ApiResponse<T>> executeForResponseAsync();

    /**
     * Limits the whole call: all attempts, waits for tokens, permits and back-offs. For streams and downloads it ends when
     * the body begins; from there on the read timeout of the connection counts.
     *
     * @param total longer than zero
     * @return a copy with the limit
     */
    Call<T> timeout(Duration total);

    /**
     * Replaces the retry policy of the client for this call.
     *
     * @param policy the policy
     * @return a copy with the policy
     */
    Call<T> retryPolicy(RetryPolicy policy);

    /**
     * Adds a header, or replaces one of the same name. Headers that carry credentials cannot be set this way.
     *
     * @param name name of the header
     * @param value visible ASCII characters and blanks
     * @return a copy with the header
     */
    Call<T> header(String name, String value);

    /**
     * Turns the value into another one after the request has succeeded.
     *
     * @param <R> type of the other value
     * @param function makes the other value
     * @return a call for the other value
     */
    default <R extends @Nullable Object> Call<R> map(Function<? super T, ? extends R> function) {
        return new MappedCall<>(this, function);
    }

    /**
     * Turns the whole answer into another value after the request has succeeded: value, headers, and the errors of a bulk
     * request that was done in part.
     *
     * @param <R> type of the other value
     * @param function makes the other value
     * @return a call for the other value
     */
    default <R extends @Nullable Object> Call<R> mapResponse(Function<? super ApiResponse<T>, ? extends R> function) {
        return new ResponseMappedCall<>(this, function);
    }

    /**
     * Turns an error answer into a value, for answers that are errors by their status and results by their content.
     *
     * @param recovery returns the value, or null to let the exception through
     * @return a call that recovers
     */
    default Call<T> recover(Function<? super ApiException, ? extends @Nullable T> recovery) {
        return new RecoveringCall<>(this, recovery);
    }

    /**
     * A call that sends nothing and has its value already; for fakes of API clients.
     *
     * @param <T> type of the value
     * @param value the value
     * @return the call
     */
    static <T extends @Nullable Object> Call<T> of(T value) {
        return new FixedCall<>(() -> value);
    }

    /**
     * A call that sends nothing and fails; for fakes of API clients.
     *
     * @param <T> type of the value
     * @param failure what every execution throws
     * @return the call
     */
    static <T extends @Nullable Object> Call<T> failed(CxException failure) {
        return new FixedCall<>(() -> {
            throw failure;
        });
    }
}
