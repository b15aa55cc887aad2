package io.github.multicloudcx.sandbox.internal.server;

import java.time.Duration;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Knows whether requests are still being answered, so that a closing sandbox lets them finish. */
final class InFlight {
    private final Phaser requests = new Phaser(1);

    void enter() {
        requests.register();
    }

    void leave() {
        requests.arriveAndDeregister();
    }

    /** Waits until all are answered, but not for ever. */
    void awaitNone(Duration atMost) {
        int phase = requests.arriveAndDeregister();
        try {
            requests.awaitAdvanceInterruptibly(phase, atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            // closing the connections ends them
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
