package io.github.multicloudcx.core.internal.pipeline;

import io.github.multicloudcx.core.ResponseStatus;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes a value of an answer with a status of success, within the attempt, so that a broken body is an attempt that failed. */
public interface AttemptReader<T extends @Nullable Object> {
    /**
     * Reads.
     *
     * @param exchange the answer; the reader closes it, or hands it on inside the value
     * @throws IOException when the connection breaks
     * @throws BadAnswer when it is not what the reference describes, or an error under a status of success
     */
    Read<T> read(Exchange exchange) throws IOException, BadAnswer;

    /**
     * A value and what came with it.
     *
     * @param value the value
     * @param text makes a text of the body when somebody wants it; null when it was streamed
     * @param status status object of the envelope, or null
     * @param errors what failed of a bulk request
     */
    record Read<T extends @Nullable Object>(
            T value,
            @Nullable Supplier<String> text,
            @Nullable ResponseStatus status,
            List<ResponseStatus> errors) {}
}
