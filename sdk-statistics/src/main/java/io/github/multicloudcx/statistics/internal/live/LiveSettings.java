package io.github.multicloudcx.statistics.internal.live;

import java.time.Duration;

/**
 * How patient a subscription is.
 *
 * @param open how long opening, and every request that restores it, may take
 * @param close how long closing may take
 * @param stale how long reconnecting may take before values are declared stale
 * @param verify how often it is verified that the server still has the subscription
 * @param networkDelay how late an answer may be
 * @param batchSize how many statistics go into one request
 * @param missingAllowed whether it opens without statistics that the server does not know
 */
record LiveSettings(
        Duration open,
        Duration close,
        Duration stale,
        Duration verify,
        Duration networkDelay,
        int batchSize,
        boolean missingAllowed) {
    static final LiveSettings DEFAULT = new LiveSettings(
            Duration.ofSeconds(30),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(5),
            Duration.ofSeconds(10),
            5_000,
            false);

    LiveSettings open(Duration limit) {
        return new LiveSettings(limit, close, stale, verify, networkDelay, batchSize, missingAllowed);
    }

    LiveSettings close(Duration limit) {
        return new LiveSettings(open, limit, stale, verify, networkDelay, batchSize, missingAllowed);
    }

    LiveSettings stale(Duration limit) {
        return new LiveSettings(open, close, limit, verify, networkDelay, batchSize, missingAllowed);
    }

    LiveSettings verify(Duration interval) {
        return new LiveSettings(open, close, stale, interval, networkDelay, batchSize, missingAllowed);
    }

    LiveSettings networkDelay(Duration limit) {
        return new LiveSettings(open, close, stale, verify, limit, batchSize, missingAllowed);
    }

    LiveSettings batchSize(int statistics) {
        return new LiveSettings(open, close, stale, verify, networkDelay, statistics, missingAllowed);
    }

    LiveSettings missingAllowed(boolean allowed) {
        return new LiveSettings(open, close, stale, verify, networkDelay, batchSize, allowed);
    }
}
