package io.github.multicloudcx.statistics.live;

import io.github.multicloudcx.statistics.model.Statistic;
import java.time.Instant;
import java.util.List;

/**
 * How well the values of a subscription can be trusted at this moment. Only in {@link Live} they are what the server says
 * now; in every other state they are the last that came, and somebody who looks at them should see that.
 */
public sealed interface LiveState {
    /**
     * Returns when the state began; of {@link Reconnecting} and {@link Stale} since when updates may be missing, which is
     * before the trouble was noticed.
     *
     * @return the time by the clock of the client
     */
    Instant since();

    /**
     * Returns why values cannot be trusted, or which are not there.
     *
     * @return one line for a person, without secrets; empty when there is nothing to explain
     */
    String why();

    /**
     * Tells whether values are up to date.
     *
     * @return true for {@link Live} only
     */
    default boolean live() {
        return this instanceof Live;
    }

    /**
     * Being opened.
     *
     * @param since when it began
     */
    record Connecting(Instant since) implements LiveState {
        @Override
        public String why() {
            return "";
        }
    }

    /**
     * Updates come as they happen.
     *
     * @param since when it began
     * @param missing statistics that the server does not give, so that they have no value; mostly empty
     */
    record Live(Instant since, List<Statistic> missing) implements LiveState {
        /**
         * Copies the list.
         *
         * @param since when it began
         * @param missing statistics that the server does not give, so that they have no value; mostly empty
         */
        public Live {
            missing = List.copyOf(missing);
        }

        @Override
        public String why() {
            return missing.isEmpty() ? "" : "the server does not give " + missing.size() + " of the statistics";
        }
    }

    /**
     * The connection is interrupted and being restored; updates may be missing since.
     *
     * @param since since when updates may be missing: the last sign that the connection worked
     * @param why what happened last
     */
    record Reconnecting(Instant since, String why) implements LiveState {}

    /**
     * The values are too old to be shown without a warning: the service is unavailable, or reconnecting takes longer than
     * {@link SubscriptionBuilder#staleAfter}. Restoring goes on.
     *
     * @param since since when updates may be missing: the last sign that the connection worked
     * @param why what happened last
     */
    record Stale(Instant since, String why) implements LiveState {}

    /**
     * No update will come any more.
     *
     * @param since when it was closed
     * @param why who closed it
     */
    record Closed(Instant since, String why) implements LiveState {}
}
