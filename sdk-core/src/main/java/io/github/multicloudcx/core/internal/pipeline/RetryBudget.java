package io.github.multicloudcx.core.internal.pipeline;

/**
 * Stops storms: each repetition costs five tokens, each success earns one back. When a deployment is down, repetitions end
 * after a while for the whole connection and every call fails after its first attempt.
 */
final class RetryBudget {
    static final int CAPACITY = 500;
    static final int COST = 5;

    private volatile int tokens = CAPACITY;

    synchronized boolean spend() {
        if (tokens < COST) {
            return false;
        }
        tokens = tokens - COST;
        return true;
    }

    void earn() {
        if (tokens < CAPACITY) {
            refill();
        }
    }

    private synchronized void refill() {
        tokens = Math.min(CAPACITY, tokens + 1);
    }
}
