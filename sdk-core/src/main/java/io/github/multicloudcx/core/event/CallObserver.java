package io.github.multicloudcx.core.event;

import io.github.multicloudcx.core.Attempt;
import java.time.Duration;

/**
 * Is told how one call goes on. One method is called at a time, {@link #ended} exactly once and last. That is on the thread
 * that runs the call; when it is over before any thread has begun with it, on the one that ends it: by cancelling its future,
 * by closing the client, or by asking for it when the client is closed.
 */
@FunctionalInterface
public interface CallObserver {
    /**
     * An attempt failed and the call is going to be repeated. It is told before the wait.
     *
     * @param failed the attempt
     * @param wait how long the call waits; zero when it signs in anew and tries again at once
     */
    default void retrying(Attempt failed, Duration wait) {}

    /**
     * The call is over: the answer was read, or it failed for good. Streamed lists and downloads are over when their body
     * begins.
     *
     * @param end how it ended
     */
    void ended(CallEnd end);
}
