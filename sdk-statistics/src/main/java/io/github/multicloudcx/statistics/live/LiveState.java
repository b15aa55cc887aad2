package io.github.multicloudcx.statistics.live;

import java.time.Instant;

/**
 * How well the values of a subscription can be trusted at this moment. Only in {@link Live} they are what the server says
 * now; in every other state they are the last that came, and somebody who looks at them should see that.
 */
public sealed interface LiveState {
    /**
     * Returns when the state began.
     *
     * @return the time by the clock of the client
     */
    Instant since();

    /**
     * Returns why the state is not {@link Live}.
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
     */
    record Live(Instant since) implements LiveState {
        @Override
        public String why() {
            return "";
        }
    }

    /**
     * The connection is interrupted and being restored; updates may be missing since.
     *
     * @param since when it was noticed
     * @param why what happened last
     */
    record Reconnecting(Instant since, String why) implements LiveState {}

    /**
     * The values are too old to be shown without a warning: the service is unavailable, or reconnecting takes longer than
     * {@link SubscriptionBuilder#staleAfter}. Restoring goes on.
     *
     * @param since since when updates may be missing
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
