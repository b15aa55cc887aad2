package io.github.multicloudcx.examples.architect;

import io.github.multicloudcx.core.event.CallEnd;
import io.github.multicloudcx.core.event.CallListener;
import io.github.multicloudcx.core.event.CallObserver;
import io.github.multicloudcx.core.event.CallStart;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Remembers the calls of each thread that are worth a line in the audit log: those that change something, and failures. */
final class CallTrail implements CallListener {
    @SuppressWarnings("ThreadLocalUsage") // of one client, which lives about as long as its threads
    private final ThreadLocal<Map<Boolean, Ended>> ended = ThreadLocal.withInitial(HashMap::new);

    /** A call and how it ended. */
    record Ended(CallStart start, CallEnd end) {}

    @Override
    public CallObserver started(CallStart call) {
        boolean reads = call.method().equals("GET");
        return end -> {
            if (!reads || end.failure() != null) {
                ended.get().put(reads, new Ended(call, end));
            }
        };
    }

    /** The last call of this thread that changed something, else the last that failed; once. */
    @Nullable
    Ended take() {
        Map<Boolean, Ended> calls = ended.get();
        ended.remove();
        Ended change = calls.get(false);
        return change == null ? calls.get(true) : change;
    }
}
