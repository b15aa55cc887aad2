package io.github.multicloudcx.statistics;

import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.CanIgnoreReturnValue;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.error.NotFoundException;
import io.github.multicloudcx.statistics.model.StatisticData;
import io.github.multicloudcx.statistics.model.Verbosity;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;

/**
 * Asks for the values of a subscription. It is immutable: the setters return copies. A subscription that is gone is a
 * {@link NotFoundException}, to be answered by creating it again.
 *
 * <p>Statistics API v3, "Get statistic values of a subscription" ({@code GET /subscriptions/{id}/statistic-values}).
 */
public interface SubscriptionValues {
    /**
     * Asks for some of the statistics. Those that are not answered are {@link StatisticData#missingIds()}.
     *
     * @param ids statistic ids, none with a comma; blank ones are dropped, and when nothing is left all values are asked for
     * @return a copy
     */
    SubscriptionValues statisticIds(Collection<String> ids);

    /**
     * Sets how much the answer tells.
     *
     * @param verbosity {@link Verbosity#INFO} by default
     * @return a copy
     */
    SubscriptionValues verbose(Verbosity verbosity);

    /**
     * Makes the call.
     *
     * @return the call
     */
    Call<StatisticData> call();

    /**
     * Sends the request as {@link Call#execute()} does.
     *
     * @return the values
     * @throws CxException when it fails
     */
    @CanIgnoreReturnValue
    default StatisticData execute() {
        return call().execute();
    }

    /**
     * Sends the request as {@link Call#executeAsync()} does.
     *
     * @return the values to come, or a {@link CxException}
     */
    default CompletableFuture<StatisticData> executeAsync() {
        return call().executeAsync();
    }
}
