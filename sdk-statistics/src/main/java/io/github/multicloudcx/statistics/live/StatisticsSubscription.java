package io.github.multicloudcx.statistics.live;

import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.statistics.model.Statistic;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Flow;

/**
 * Statistics whose values come as they change. It restores itself after every kind of interruption until it is closed, and
 * never hides one: {@link #state()} says at any moment whether the values are up to date.
 *
 * <pre>{@code
 * try (StatisticsSubscription live = statistics.subscribe()
 *         .statistic(Statistic.named("AverageHandlingTime").agent("agent2"))
 *         .onUpdate(update -> show(update))
 *         .onStateChange(state -> banner(state))
 *         .open()) {
 *     ...
 * }
 * }</pre>
 *
 * <p>Thread-safe. Listeners may call all of its methods.
 */
public interface StatisticsSubscription extends AutoCloseable {
    /**
     * Returns how well the values can be trusted now.
     *
     * @return the state; {@link LiveState.Closed} for good once it is closed
     */
    LiveState state();

    /**
     * Returns the newest values.
     *
     * @return one update for each statistic that had a value so far, in the order in which the statistics were asked for
     */
    List<StatisticUpdate> latest();

    /**
     * Returns what is subscribed to.
     *
     * @return the statistics in the order in which they were asked for, {@link #missing()} ones included
     */
    List<Statistic> statistics();

    /**
     * Returns which statistics the server does not know or does not give to this user. They are asked for again whenever
     * the subscription is created again.
     *
     * @return the statistics without values; empty unless {@link SubscriptionBuilder#allowMissing(boolean)} was set or the
     *     server changed its mind later
     */
    List<Statistic> missing();

    /**
     * Subscribes to more statistics. While the connection is interrupted they are noted and asked for when it is restored.
     *
     * @param statistics what to add; those that are there already are left alone
     * @return those of them that the server did not open; they are not kept, unless missing ones are allowed
     * @throws CxException when the server refuses the request; then nothing was added
     * @throws IllegalStateException when it is closed
     */
    List<Statistic> add(Collection<Statistic> statistics);

    /**
     * Ends updates of some statistics. The API cannot take a statistic out of a server-side subscription, so one of them is
     * deleted when its last statistic is removed; until then its updates are dropped on arrival.
     *
     * @param statistics what to remove; those that are not there are left alone
     */
    void remove(Collection<Statistic> statistics);

    /**
     * Returns the updates as a reactive stream, for any number of subscribers. Each gets the newest values first and then
     * only as many updates as it requests; meanwhile the newest value of each statistic is kept for it and older ones are
     * dropped, so that a slow subscriber costs no more memory than one value per statistic. The stream ends with
     * {@code onComplete} when the subscription is closed. Signals come on the listeners' executor, one after the other.
     *
     * @return the publisher
     */
    Flow.Publisher<StatisticUpdate> updates();

    /**
     * Deletes the subscription on the server, disconnects and ends all threads and sockets, within
     * {@link SubscriptionBuilder#closeTimeout}. The last thing that listeners hear is {@link LiveState.Closed}. Closing
     * twice does no harm.
     */
    @Override
    void close();
}
