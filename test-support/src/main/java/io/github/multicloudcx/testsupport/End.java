package io.github.multicloudcx.testsupport;

import io.github.multicloudcx.core.ApiResponse;
import io.github.multicloudcx.core.Call;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** The ways to run a call. */
public enum End {
    EXECUTE,
    RESPONSE,
    ASYNC,
    RESPONSE_ASYNC;

    /** Runs the call and throws what it throws. */
    public @Nullable Object run(Call<?> call) {
        return switch (this) {
            case EXECUTE -> call.execute();
            case RESPONSE -> call.executeForResponse().value();
            case ASYNC -> joined(call.executeAsync());
            case RESPONSE_ASYNC -> ((ApiResponse<?>) joined(call.executeForResponseAsync())).value();
        };
    }

    private static Object joined(CompletableFuture<?> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
