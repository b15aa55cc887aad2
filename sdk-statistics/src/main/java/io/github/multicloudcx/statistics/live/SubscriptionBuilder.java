package io.github.multicloudcx.statistics.live;

import io.github.multicloudcx.core.CanIgnoreReturnValue;
import io.github.multicloudcx.core.CheckReturnValue;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.statistics.model.Statistic;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Describes live updates. Not for several threads. Listeners are called one after the other, never two at a time, and on
 * none of the threads that keep the connection: one that is slow misses older values of a statistic that changed again, and
 * nothing else; one that throws is reported to {@link #onListenerError} and called again.
 */
@CanIgnoreReturnValue
public interface SubscriptionBuilder {
    /**
     * Adds a statistic.
     *
     * @param statistic by name or by definition
     * @return this builder
     */
    SubscriptionBuilder statistic(Statistic statistic);

    /**
     * Adds statistics.
     *
     * @param statistics by name or by definition; each is subscribed to once
     * @return this builder
     */
    SubscriptionBuilder statistics(Collection<Statistic> statistics);

    /**
     * Sets who is told about new values.
     *
     * @param listener called with the newest value of a statistic
     * @return this builder
     */
    SubscriptionBuilder onUpdate(Consumer<? super StatisticUpdate> listener);

    /**
     * Sets who is told when values can be trusted and when not.
     *
     * @param listener called with every new state, and at last with {@link LiveState.Closed}
     * @return this builder
     */
    SubscriptionBuilder onStateChange(Consumer<? super LiveState> listener);

    /**
     * Sets who is told about times in which updates may have been missed.
     *
     * @param listener called once per interruption, before the values that follow it
     * @return this builder
     */
    SubscriptionBuilder onGap(Consumer<? super Gap> listener);

    /**
     * Sets who is told what a listener throws.
     *
     * @param listener called with the exception; by default it is logged at level ERROR
     * @return this builder
     */
    SubscriptionBuilder onListenerError(Consumer<? super Throwable> listener);

    /**
     * Sets where listeners run.
     *
     * @param executor by default a daemon thread of the subscription. Closing does not end it. When it refuses work, that
     *     is logged, and the newest values wait for the next chance
     * @return this builder
     */
    SubscriptionBuilder executor(Executor executor);

    /**
     * Opens also when the server does not know some of the statistics.
     *
     * @param allow the default is false: one unknown statistic makes {@link #open()} fail
     * @return this builder
     */
    SubscriptionBuilder allowMissing(boolean allow);

    /**
     * Sets how long opening may take.
     *
     * @param limit longer than zero; the default is 30 seconds
     * @return this builder
     */
    SubscriptionBuilder openTimeout(Duration limit);

    /**
     * Sets how long closing may take.
     *
     * @param limit longer than zero; the default is 5 seconds
     * @return this builder
     */
    SubscriptionBuilder closeTimeout(Duration limit);

    /**
     * Sets how long reconnecting may take before the values are declared {@link LiveState.Stale}.
     *
     * @param limit longer than zero; the default is 30 seconds
     * @return this builder
     */
    SubscriptionBuilder staleAfter(Duration limit);

    /**
     * Sets how often the server is asked for all values although it pushes them. A subscription that it has lost without a
     * word, or an update that got lost on its side, would show in nothing else.
     *
     * @param interval at least 1 millisecond; the default is 5 minutes
     * @return this builder
     */
    SubscriptionBuilder verifyEvery(Duration interval);

    /**
     * Sets how late an answer may be: beyond the time that the server asked for to hold a poll back, or at all for
     * everything else. A connection that is silent for longer counts as broken.
     *
     * @param limit at least 1 millisecond; the default is 10 seconds
     * @return this builder
     */
    SubscriptionBuilder networkDelay(Duration limit);

    /**
     * Sets how many statistics go into one request.
     *
     * @param statistics 1 or more; the default is 5,000. The reference names no limit
     * @return this builder
     */
    SubscriptionBuilder batchSize(int statistics);

    /**
     * Opens the session, subscribes and waits until it is live.
     *
     * @return the subscription, to be closed
     * @throws UnknownStatisticException when the server does not know a statistic and missing ones are not allowed
     * @throws CxException with the reason when it cannot be opened: a bad API key, a bad token, a service that is not
     *     available, no CometD at the address, no answer in time. Nothing is left behind, and opening is not repeated
     * @throws IllegalArgumentException when there is no statistic
     */
    @CheckReturnValue
    StatisticsSubscription open();
}
