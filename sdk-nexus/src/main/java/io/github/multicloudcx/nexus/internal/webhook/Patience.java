package io.github.multicloudcx.nexus.internal.webhook;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** How long an answer is waited for. */
public interface Patience {
    /** Time of the JVM. */
    Patience REAL = new Patience() {
        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        public <T> CompletableFuture<T> within(CompletableFuture<T> future, Duration time, T otherwise) {
            return future.copy().completeOnTimeout(otherwise, Math.max(0, time.toNanos()), TimeUnit.NANOSECONDS);
        }
    };

    /** A clock for differences. */
    long nanoTime();

    /** What comes of the future in time, else the other value. The future itself is left alone. */
    <T> CompletableFuture<T> within(CompletableFuture<T> future, Duration time, T otherwise);
}
