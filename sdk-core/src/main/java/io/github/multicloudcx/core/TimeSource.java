package io.github.multicloudcx.core;

import io.github.multicloudcx.core.internal.http.SystemTime;
import java.time.Duration;
import java.time.Instant;

/**
 * Where a client takes its time from and how it waits. Replace it in tests, so that waiting for a back-off, a token or a
 * job costs no time; everything else uses {@link #system()}.
 */
public interface TimeSource {
    /**
     * Returns the wall-clock time; token life times and dates are reckoned with it.
     *
     * @return now
     */
    Instant now();

    /**
     * Returns a steadily growing count for measuring spans; deadlines are reckoned with it.
     *
     * @return nanoseconds since an arbitrary moment
     */
    long nanoTime();

    /**
     * Waits.
     *
     * @param duration how long; zero or negative returns at once
     * @throws InterruptedException when the thread is interrupted before or while it waits
     */
    void sleep(Duration duration) throws InterruptedException;

    /**
     * Returns the clock of the machine.
     *
     * @return the default
     */
    static TimeSource system() {
        return SystemTime.INSTANCE;
    }
}
