package io.github.multicloudcx.core.internal.pipeline;

import io.github.multicloudcx.core.ApiResponse;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A call that succeeded. All that came with the value is put together only for those who want it. */
record Done<T extends @Nullable Object>(Run run, Attempts.Result.Success<T> success) {
    T value() {
        return success.read().value();
    }

    int status() {
        return success.status();
    }

    ApiResponse<T> response() {
        AttemptReader.Read<T> read = success.read();
        Supplier<String> text = read.text();
        return new ApiResponse<>(
                read.value(),
                success.status(),
                success.exchange().headers(),
                text == null ? null : text.get(),
                read.status(),
                read.errors(),
                run.traceId,
                run.timeline.attempts(),
                run.deadline.elapsed());
    }
}
