package io.github.multicloudcx.examples.architect;

import io.github.multicloudcx.core.event.CallEnd;
import io.github.multicloudcx.core.event.CallListener;
import io.github.multicloudcx.core.event.CallObserver;
import io.github.multicloudcx.core.event.CallStart;
import org.jspecify.annotations.Nullable;

/** Remembers the last call of each thread, for the audit log. */
final class CallTrail implements CallListener {
    @SuppressWarnings("ThreadLocalUsage") // of one client, which lives about as long as its threads
    private final ThreadLocal<@Nullable Ended> last = new ThreadLocal<>();

    /** A call and how it ended. */
    record Ended(CallStart start, CallEnd end) {}

    @Override
    public CallObserver started(CallStart call) {
        return end -> last.set(new Ended(call, end));
    }

    /** The last call that ended on this thread, once. */
    @Nullable
    Ended take() {
        Ended ended = last.get();
        last.remove();
        return ended;
    }
}
