package io.github.multicloudcx.core.testing;

import io.github.multicloudcx.core.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;

/** A clock that stands still and does what the test wants while somebody sleeps. */
public record NapTime(Nap nap) implements TimeSource {
    /** What happens in place of sleeping. */
    public interface Nap {
        void take() throws InterruptedException;
    }

    /** Tells when somebody sleeps, and lets everybody sleep until they are interrupted. */
    public static NapTime forEver(CountDownLatch asleep) {
        return new NapTime(() -> {
            asleep.countDown();
            new CountDownLatch(1).await();
        });
    }

    @Override
    public Instant now() {
        return Instant.EPOCH;
    }

    @Override
    public long nanoTime() {
        return 0;
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        nap.take();
    }
}
