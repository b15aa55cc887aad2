package io.github.multicloudcx.core.update;

import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.error.ConflictException;
import io.github.multicloudcx.core.error.ConnectionException;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.error.ErrorAnswer;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.core.testing.FakeTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A server that locks optimistically, as far as an update sees it; what it answers can be laid down beforehand. */
abstract class LockingServer {
    /** A state of the server: a version, and who made it. */
    record State(int version, List<String> by) {}

    final FakeTime time = new FakeTime();
    final AtomicInteger reads = new AtomicInteger();
    final Deque<Supplier<Call<State>>> writes = new ArrayDeque<>();
    final Deque<CxException> failingReads = new ArrayDeque<>();
    State server = new State(1, List.of());

    State read() {
        reads.incrementAndGet();
        CxException failure = failingReads.poll();
        if (failure != null) {
            throw failure;
        }
        return server;
    }

    OptimisticUpdate<State> update() {
        return OptimisticUpdate.reading(this::read)
                .writing(state ->
                        writes.isEmpty() ? change(state) : writes.poll().get())
                .timeSource(time);
    }

    OptimisticUpdate<State> recognizing() {
        return update().recognizing((before, now) -> now.by().contains("me"));
    }

    Call<State> change(State seen) {
        server = new State(seen.version() + 1, List.of("me"));
        return Call.of(server);
    }

    static Call<State> conflict(Fate fate) {
        return Call.failed(new ConflictException("409", new ErrorAnswer(409), new ErrorContext(fate)));
    }

    Call<State> overtaken() {
        server = new State(server.version() + 1, List.of("other"));
        return conflict(Fate.REJECTED);
    }

    static CxException lost() {
        return new ConnectionException("the answer was lost", null, new ErrorContext(Fate.UNKNOWN));
    }
}
