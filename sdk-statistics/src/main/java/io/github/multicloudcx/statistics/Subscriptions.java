package io.github.multicloudcx.statistics;

import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.statistics.model.Statistic;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Subscriptions over REST. The server computes their statistics from then on; the values can be asked for, and updates are
 * sent over CometD.
 *
 * <p>Statistics API v3, "subscriptions".
 */
public interface Subscriptions {
    /**
     * Begins a subscription; see "Subscribe" ({@code POST /subscriptions}). It is never repeated by itself when it is not
     * known whether the server got it.
     *
     * @param statistics one or more, named or with definitions; those without a statistic id get a random one
     * @return the request, to be completed
     * @throws IllegalArgumentException when two have the same statistic id, naming it
     */
    CreateSubscription create(Collection<Statistic> statistics);

    /**
     * Ends a subscription; see "Delete subscription" ({@code DELETE /subscriptions/{id}}). The server calls it a success
     * whatever becomes of it, also when there is no such subscription, so it is safe to repeat.
     *
     * @param subscriptionId id that the answer to the subscription has, not blank
     * @return the call
     */
    Call<@Nullable Void> delete(String subscriptionId);

    /**
     * Begins to ask for the values of a subscription; see "Get statistic values of a subscription"
     * ({@code GET /subscriptions/{id}/statistic-values}).
     *
     * @param subscriptionId id that the answer to the subscription has, not blank
     * @return the request, which asks for all values unless more is said
     */
    SubscriptionValues values(String subscriptionId);
}
