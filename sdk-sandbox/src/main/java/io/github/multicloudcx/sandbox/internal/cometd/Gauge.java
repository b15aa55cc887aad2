package io.github.multicloudcx.sandbox.internal.cometd;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/** Lets a test wait until a number is what it expects. */
public final class Gauge {
    private long changes;

    /** To be told whenever a number may have changed. */
    public synchronized void changed() {
        changes++;
        notifyAll();
    }

    private synchronized long changes() {
        return changes;
    }

    /** Waits for a number; its supplier is asked without a lock. */
    public void await(String what, IntSupplier current, int expected, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        long seen = changes();
        int number = current.getAsInt();
        while (number != expected) {
            if (!changedSince(seen, end)) {
                throw new AssertionError("After " + atMost + " there are " + number + " " + what + ", not " + expected);
            }
            seen = changes();
            number = current.getAsInt();
        }
    }

    private synchronized boolean changedSince(long seen, long end) {
        try {
            while (changes == seen) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
