package io.github.multicloudcx.core.event;

import io.github.multicloudcx.core.Attempt;
import java.time.Duration;

/**
 * Is told how one call goes on. One method is called at a time, {@link #ended} exactly once and last; on the thread that runs
 * the call, which is another than that of {@link CallListener#started} when it is executed asynchronously.
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
