package io.github.multicloudcx.core.internal.http;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;

/**
 * Spreads requests over several connection pools while many are under way at once: to find a free connection OkHttp looks
 * through all of a pool, one lock after the other, and hundreds of threads would spend their time waiting for each other
 * there. As long as they are few, all go to the first pool, so that they find the connections of those before them.
 */
final class Lanes {
    private static final int MOST = 16;
    private static final int NARROWEST = 16;

    private final int width;
    private final Lane[] lanes;

    /**
     * One lane for each client; they differ in their pools only.
     *
     * @param width how many requests go to one before the next one is used
     */
    Lanes(List<OkHttpClient> clients, int width) {
        this.width = width;
        this.lanes = new Lane[clients.size()];
        for (int i = 0; i < lanes.length; i++) {
            lanes[i] = new Lane(clients.get(i));
        }
    }

    /** How many lanes so many requests at once need. */
    static int count(int requests) {
        return Math.min(MOST, shares(requests, NARROWEST));
    }

    /** How many of so many requests at once go to each lane. */
    static int width(int requests) {
        return shares(requests, count(requests));
    }

    private static int shares(int requests, int by) {
        return 1 + (requests - 1) / by;
    }

    /** The first lane with room in it; when all are full, the one of the calling thread. It is to be left afterwards. */
    Lane enter() {
        for (Lane lane : lanes) {
            if (lane.entered(width)) {
                return lane;
            }
        }
        Lane own = lanes[(int) (Thread.currentThread().getId() % lanes.length)];
        own.busy.incrementAndGet();
        return own;
    }

    /** How many requests are in each. */
    List<Integer> busy() {
        List<Integer> busy = new ArrayList<>();
        for (Lane lane : lanes) {
            busy.add(lane.busy.get());
        }
        return busy;
    }

    /** One pool and the requests in it. */
    static final class Lane {
        private final OkHttpClient client;
        private final AtomicInteger busy = new AtomicInteger();

        private Lane(OkHttpClient client) {
            this.client = client;
        }

        OkHttpClient client() {
            return client;
        }

        private boolean entered(int width) {
            if (busy.get() >= width) {
                return false;
            }
            boolean room = busy.incrementAndGet() <= width;
            if (!room) {
                leave();
            }
            return room;
        }

        void leave() {
            busy.decrementAndGet();
        }
    }
}
