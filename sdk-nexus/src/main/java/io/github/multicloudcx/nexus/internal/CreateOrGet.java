package io.github.multicloudcx.nexus.internal;

import io.github.multicloudcx.core.ApiResponse;
import io.github.multicloudcx.core.Attempt;
import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.RetryPolicy;
import io.github.multicloudcx.core.TimeSource;
import io.github.multicloudcx.core.error.ConflictException;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.error.NotFoundException;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.nexus.openmedia.CreatedInteraction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Creates, and asks for what is there when it is there already. */
final class CreateOrGet implements Call<CreatedInteraction> {
    private final CxClient cx;
    private final Call<CreatedInteraction> create;
    private final Call<CreatedInteraction> get;
    private final @Nullable Duration timeout;

    CreateOrGet(
            CxClient cx, Call<CreatedInteraction> create, Call<CreatedInteraction> get, @Nullable Duration timeout) {
        this.cx = cx;
        this.create = create;
        this.get = get;
        this.timeout = timeout;
    }

    @Override
    public CreatedInteraction execute() {
        return executeForResponse().value();
    }

    @Override
    public ApiResponse<CreatedInteraction> executeForResponse() {
        TimeSource time = cx.timeSource();
        long start = time.nanoTime();
        try {
            return create.executeForResponse();
        } catch (ConflictException conflict) {
            Duration spent = Duration.ofNanos(time.nanoTime() - start);
            ApiResponse<CreatedInteraction> found = existing(conflict, spent);
            List<Attempt> attempts = new ArrayList<>(conflict.attempts());
            attempts.addAll(found.attempts());
            return new ApiResponse<>(
                    found.value(),
                    found.status(),
                    found.headers(),
                    found.text(),
                    found.envelope(),
                    found.errors(),
                    found.traceId(),
                    attempts,
                    Duration.ofNanos(time.nanoTime() - start));
        }
    }

    /** A conflict over something that is not there either stays a conflict. */
    private ApiResponse<CreatedInteraction> existing(ConflictException conflict, Duration spent) {
        try {
            return inTime(conflict, spent).executeForResponse();
        } catch (NotFoundException gone) {
            conflict.addSuppressed(gone);
            throw conflict;
        } catch (CxException failure) {
            failure.addSuppressed(conflict);
            throw failure;
        }
    }

    private Call<CreatedInteraction> inTime(ConflictException conflict, Duration spent) {
        if (timeout == null) {
            return get;
        }
        Duration left = timeout.minus(spent);
        if (left.isNegative() || left.isZero()) {
            throw conflict;
        }
        return get.timeout(left);
    }

    @Override
    public CompletableFuture<CreatedInteraction> executeAsync() {
        return cx.executeAsync(this::execute);
    }

    @Override
    public CompletableFuture<ApiResponse<CreatedInteraction>> executeForResponseAsync() {
        return cx.executeAsync(this::executeForResponse);
    }

    @Override
    public Call<CreatedInteraction> timeout(Duration total) {
        return new CreateOrGet(cx, create.timeout(total), get, Require.positive(total, "timeout"));
    }

    @Override
    public Call<CreatedInteraction> retryPolicy(RetryPolicy policy) {
        return both(call -> call.retryPolicy(policy));
    }

    @Override
    public Call<CreatedInteraction> header(String name, String value) {
        return both(call -> call.header(name, value));
    }

    private CreateOrGet both(UnaryOperator<Call<CreatedInteraction>> option) {
        return new CreateOrGet(cx, option.apply(create), option.apply(get), timeout);
    }
}
