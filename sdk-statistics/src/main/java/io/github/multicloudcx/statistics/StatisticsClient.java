package io.github.multicloudcx.statistics;

import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.statistics.internal.DefaultStatisticsClient;
import io.github.multicloudcx.statistics.live.SubscriptionBuilder;
import io.github.multicloudcx.statistics.model.PeekedStatisticValue;
import io.github.multicloudcx.statistics.model.PeekedStatistics;
import io.github.multicloudcx.statistics.model.Statistic;
import java.util.Collection;

/**
 * Statistics API v3: values of statistics that are configured in the contact center, and subscriptions to those and to
 * statistics that are made up. All requests of a client belong to one server session: they share its cookies.
 *
 * <pre>{@code
 * StatisticsClient statistics = StatisticsClient.create(cx);
 * PeekedStatisticValue value = statistics.value(Statistic.named("AverageHandlingTime").agent("agent2")).execute();
 * }</pre>
 */
public interface StatisticsClient {
    /** How many statistics {@link #values(Collection)} asks for in one request. The reference names no limit. */
    int DEFAULT_BATCH_SIZE = 500;

    /**
     * Makes the client of a connection.
     *
     * @param cx the connection
     * @return the client
     * @throws IllegalArgumentException when the connection has no base URL for this API
     */
    static StatisticsClient create(CxClient cx) {
        return new DefaultStatisticsClient(cx);
    }

    /**
     * Gets the value of a statistic; see "Get statistic value" ({@code GET /statistic-values/{statisticName}}). What the
     * server leaves out, such as the name, is filled in from what was asked for.
     *
     * @param statistic a named one
     * @return the call
     * @throws IllegalArgumentException when it has a definition, which only subscriptions take
     */
    Call<PeekedStatisticValue> value(Statistic statistic);

    /**
     * Gets the values of several statistics as {@link #values(Collection, int)} does, in batches of
     * {@value #DEFAULT_BATCH_SIZE}.
     *
     * @param statistics one or more, all of them named
     * @return the call
     * @throws IllegalArgumentException when one has a definition, which only subscriptions take
     */
    default Call<PeekedStatistics> values(Collection<Statistic> statistics) {
        return values(statistics, DEFAULT_BATCH_SIZE);
    }

    /**
     * Gets the values of several statistics; see "Get statistics" ({@code POST /operations/get-statistic-ex}). It only reads,
     * so it is repeated like a GET. Statistics that are given twice are asked for once.
     *
     * <p>More than a batch becomes several requests, sent one after the other. A timeout that is set on the call counts for
     * all of them together; the default timeout of the connection counts for each. A request that fails leaves its statistics
     * in {@link PeekedStatistics#missing()} and its reason in {@link PeekedStatistics#errors()}; when all fail, the call
     * fails as the first one did. {@link Call#executeForResponse()} has status, headers and trace id of the first request
     * that succeeded and the attempts of all. An interrupt and cancelling the future end the call.
     *
     * @param statistics one or more, all of them named
     * @param batchSize how many are asked for in one request, 1 or more
     * @return the call
     * @throws IllegalArgumentException when one has a definition, which only subscriptions take
     */
    Call<PeekedStatistics> values(Collection<Statistic> statistics, int batchSize);

    /**
     * Returns the calls for subscriptions over REST.
     *
     * @return subscriptions, in the same server session
     */
    Subscriptions subscriptions();

    /**
     * Describes live updates: values that come as they change, in a server session of their own.
     *
     * @return a builder
     */
    SubscriptionBuilder subscribe();
}
