package io.github.multicloudcx.sandbox.internal.statistics;

import java.time.Instant;

/**
 * A value on its way to a client.
 *
 * @param statisticId id of the statistic in its subscription
 * @param value the value
 * @param time its time
 * @param earlierValue the value before
 * @param earlierTime the time of the value before, earlier than its own in any case
 */
record Update(String statisticId, TrueValue value, Instant time, TrueValue earlierValue, Instant earlierTime) {
    /** What a message that was overtaken says. */
    Update overtaken() {
        return new Update(statisticId, earlierValue, earlierTime, earlierValue, earlierTime);
    }
}
