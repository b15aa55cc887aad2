package io.github.multicloudcx.nexus;

import io.github.multicloudcx.core.ApiResponse;
import io.github.multicloudcx.core.Call;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The ways to run a call. */
public enum End {
    EXECUTE(Call::execute),
    RESPONSE(call -> call.executeForResponse().value()),
    ASYNC(call -> joined(call.executeAsync())),
    RESPONSE_ASYNC(call -> ((ApiResponse<?>) joined(call.executeForResponseAsync())).value());

    private final Function<Call<?>, @Nullable Object> run;

    End(Function<Call<?>, @Nullable Object> run) {
        this.run = run;
    }

    /** Runs the call and throws what it throws. */
    public @Nullable Object run(Call<?> call) {
        return run.apply(call);
    }

    private static Object joined(CompletableFuture<?> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
