package io.github.multicloudcx.core.event;

import io.github.multicloudcx.core.Attempt;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A listener that keeps what it is told. */
final class Heard implements CallListener {
    final List<CallStart> starts = new CopyOnWriteArrayList<>();
    final List<Thread> startedOn = new CopyOnWriteArrayList<>();
    final List<Attempt> failed = new CopyOnWriteArrayList<>();
    final List<Duration> waits = new CopyOnWriteArrayList<>();
    final List<CallEnd> ends = new CopyOnWriteArrayList<>();
    final CountDownLatch ended = new CountDownLatch(1);

    @Override
    public @Nullable CallObserver started(CallStart call) {
        starts.add(call);
        startedOn.add(Thread.currentThread());
        return new CallObserver() {
            @Override
            public void retrying(Attempt attempt, Duration wait) {
                failed.add(attempt);
                waits.add(wait);
            }

            @Override
            public void ended(CallEnd end) {
                ends.add(end);
                ended.countDown();
            }
        };
    }

    CallEnd end() throws InterruptedException {
        if (!ended.await(10, TimeUnit.SECONDS)) {
            throw new AssertionError("no call has ended");
        }
        return ends.get(0);
    }
}
