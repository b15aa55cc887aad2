package io.github.multicloudcx.statistics.live;

import java.time.Duration;
import java.time.Instant;

/**
 * A time in which updates may have been missed. It is reported once per interruption, when the subscription is live again
 * or is closed. When it is live again, all values that are not as they were follow as updates. What a statistic did in
 * between is not known.
 *
 * @param from when the connection was last known to work
 * @param to when it was live again, or closed
 * @param why what began the interruption; one line for a person, without secrets
 */
public record Gap(Instant from, Instant to, String why) {
    /**
     * Returns how long it took.
     *
     * @return the time between from and to
     */
    public Duration duration() {
        return Duration.between(from, to);
    }

    /**
     * Joins two gaps into one, for receivers that fell behind.
     *
     * @param later the next gap
     * @return from the beginning of this one to the end of the other, for both reasons
     */
    public Gap and(Gap later) {
        return new Gap(from, later.to, why.equals(later.why) ? why : why + "; " + later.why);
    }
}
