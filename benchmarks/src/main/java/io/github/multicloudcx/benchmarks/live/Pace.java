package io.github.multicloudcx.benchmarks.live;

import io.github.multicloudcx.benchmarks.live.ServerProcess.Sent;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * Lets the server send everything, and looks at the heap on the way. In real time the server keeps to the clock, and the
 * heap is looked at in the middle. In virtual time it sends each burst as soon as the one before has arrived, and the
 * heap is looked at after the first minute, or in the middle if there are no two minutes.
 */
final class Pace {
    private static final int MINUTE = 60 * Load.BURSTS;
    private static final int PATIENCE_SECONDS = 30;

    private final Load load;
    private final ServerProcess server;
    private final Wire wire;
    private long heap;

    Pace(Load load, ServerProcess server, Wire wire) {
        this.load = load;
        this.server = server;
        this.wire = wire;
    }

    /** Bytes in use on the way. */
    long heap() {
        return heap;
    }

    Sent run() throws IOException, InterruptedException {
        if (load.virtual()) {
            burstByBurst();
        } else {
            server.send();
            TimeUnit.MILLISECONDS.sleep(load.seconds() * 500L);
            heap = wire.heap();
        }
        return server.sent();
    }

    private void burstByBurst() throws IOException, InterruptedException {
        for (int burst = 1; burst <= load.bursts(); burst++) {
            server.send();
            await((long) burst * load.burst());
            if (burst == Math.min(MINUTE, load.bursts() / 2)) {
                heap = wire.heap();
            }
        }
    }

    private void await(long updates) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (wire.updates() < updates) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(wire.updates() + " of " + updates + " updates have arrived");
            }
            TimeUnit.MICROSECONDS.sleep(200);
        }
    }
}
