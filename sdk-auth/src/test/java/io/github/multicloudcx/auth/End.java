package io.github.multicloudcx.auth;

import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.multicloudcx.core.Call;
import java.util.concurrent.CompletionException;

/** The three ways to run a call. */
public enum End {
    EXECUTE {
        @Override
        public <T> T run(Call<T> call) {
            return call.execute();
        }
    },
    EXECUTE_ASYNC {
        @Override
        public <T> T run(Call<T> call) {
            return call.executeAsync().join();
        }
    },
    EXECUTE_FOR_RESPONSE {
        @Override
        public <T> T run(Call<T> call) {
            return call.executeForResponse().value();
        }
    };

    public abstract <T> T run(Call<T> call);

    public Throwable failure(Call<?> call) {
        Throwable thrown = catchThrowable(() -> run(call));
        return thrown instanceof CompletionException ? thrown.getCause() : thrown;
    }
}
