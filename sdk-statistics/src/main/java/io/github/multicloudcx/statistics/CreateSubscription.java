package io.github.multicloudcx.statistics;

import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.CanIgnoreReturnValue;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.statistics.model.StatisticData;
import io.github.multicloudcx.statistics.model.Verbosity;
import java.util.concurrent.CompletableFuture;

/**
 * Makes a subscription. It is immutable: the setters return copies. A subscription of which the server could open only a
 * part is a result with {@link StatisticData#missing()} and {@link StatisticData#errors()} and no exception.
 *
 * <p>Statistics API v3, "Subscribe" ({@code POST /subscriptions}).
 */
public interface CreateSubscription {
    /**
     * Chooses the id of the request, which becomes the id of the subscription. Some servers make up ids of their own, so go
     * on with the ids of the answer.
     *
     * @param id not blank; a random UUID by default
     * @return a copy
     */
    CreateSubscription operationId(String id);

    /**
     * Sets how much the answer tells. With {@link Verbosity#OFF} and an answer without statistics, none of them counts as
     * missing unless the server reports that a part failed.
     *
     * @param verbosity {@link Verbosity#INFO} by default
     * @return a copy
     */
    CreateSubscription verbose(Verbosity verbosity);

    /**
     * Makes the call. Ids that were not chosen are made up here: executing the same call twice sends the same ids.
     *
     * @return the call
     */
    Call<StatisticData> call();

    /**
     * Sends the request with ids of its own, as {@link Call#execute()} does.
     *
     * @return the subscription and its first values
     * @throws CxException when it fails
     */
    @CanIgnoreReturnValue
    default StatisticData execute() {
        return call().execute();
    }

    /**
     * Sends the request with ids of its own, as {@link Call#executeAsync()} does.
     *
     * @return the subscription and its first values to come, or a {@link CxException}
     */
    default CompletableFuture<StatisticData> executeAsync() {
        return call().executeAsync();
    }
}
