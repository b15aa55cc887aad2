package io.github.multicloudcx.core.event;

import io.github.multicloudcx.core.Attempt;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a call ended.
 *
 * @param status HTTP status of the answer that the call returned or was refused with, or null when it ended otherwise
 * @param failure what the call throws, or null when it succeeded. An error answer that {@link
 *     io.github.multicloudcx.core.Call#recover} turns into a value is a failure here, and what a function of {@link
 *     io.github.multicloudcx.core.Call#map} throws is none
 * @param attempts what was tried, in order; empty when nothing was
 * @param elapsed from the start to the end, all waiting included
 */
public record CallEnd(@Nullable Integer status, @Nullable Throwable failure, List<Attempt> attempts, Duration elapsed) {
    /**
     * Checks and copies.
     *
     * @param status HTTP status of the answer that the call returned or was refused with, or null when it ended otherwise
     * @param failure what the call throws, or null when it succeeded
     * @param attempts what was tried, in order; empty when nothing was
     * @param elapsed from the start to the end, all waiting included
     */
    public CallEnd {
        attempts = List.copyOf(attempts);
    }

    /**
     * Tells how it ended in one of few words, for metrics.
     *
     * @return {@code success}, or the simple name of the exception, such as {@code ConflictException}
     */
    public String outcome() {
        return failure == null ? "success" : failure.getClass().getSimpleName();
    }
}
