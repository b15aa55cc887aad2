package io.github.multicloudcx.examples.architect;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Who is told that a flow was changed. */
public interface ChangeNotifier extends AutoCloseable {
    /**
     * Tells it, on another thread.
     *
     * @param notice what happened
     * @return ends when it was told, or with what went wrong
     */
    CompletableFuture<?> send(ChangeNotice notice);

    /** How long an update waits for it at most. */
    Duration limit();

    @Override
    default void close() {}
}
