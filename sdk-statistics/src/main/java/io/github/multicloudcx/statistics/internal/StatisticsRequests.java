package io.github.multicloudcx.statistics.internal;

import io.github.multicloudcx.core.Api;
import io.github.multicloudcx.core.ApiRequest;
import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.statistics.model.PeekedStatisticValue;
import io.github.multicloudcx.statistics.model.PeekedStatistics;
import io.github.multicloudcx.statistics.model.Statistic;
import io.github.multicloudcx.statistics.model.StatisticData;
import io.github.multicloudcx.statistics.model.Verbosity;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The requests of the Statistics API in one server session. */
public final class StatisticsRequests {
    static final String SEVERAL_VALUES = "/operations/get-statistic-ex";

    private static final String VALUES_OF_SUBSCRIPTION = "/subscriptions/{id}/statistic-values";
    private static final String BAD_STATISTIC =
            "check name or definition, objectType and objectId of the statistics; an agent's objectId is the employee id";
    private static final String BAD_SUBSCRIPTION = "check the ids of subscription and statistics";
    private static final String GONE = "the subscription is gone; create it again";
    private static final String NO_STATISTIC =
            "there is no statistic of this name in the contact center, or no such object in Stat Server";
    private static final String FORBIDDEN =
            "the user may not use statistics, or not those of this object; ask an administrator";

    private final Api api;

    /** Made for the session that the requests belong to. */
    public StatisticsRequests(Api api) {
        this.api = Require.present(api, "api");
    }

    /** "Get statistic value". */
    public Call<PeekedStatisticValue> value(Statistic statistic) {
        Statistic named = StatisticLists.named(statistic, "statistic");
        return api.get(SingleValue.PATH)
                .path("statisticName", Require.text(named.name(), "name"))
                .query("objectId", named.objectId())
                .query("objectType", named.objectType())
                .advice(400, BAD_STATISTIC)
                .advice(403, FORBIDDEN)
                .advice(404, NO_STATISTIC)
                .returning(Bodies.Single.class)
                .mapResponse(answer -> SingleValue.of(named, answer));
    }

    /** "Get statistics", in one request. */
    public Call<PeekedStatistics> values(Collection<Statistic> statistics) {
        return distinctValues(StatisticLists.distinctNamed(statistics));
    }

    /** The same of statistics that are named and distinct. */
    Call<PeekedStatistics> distinctValues(List<Statistic> asked) {
        return api.post(SEVERAL_VALUES)
                .json(new Bodies.Get(new Bodies.Asked(StatisticLists.anonymous(asked))))
                .safeToRepeat()
                .advice(400, BAD_STATISTIC)
                .advice(403, FORBIDDEN)
                .advice(404, NO_STATISTIC)
                .returningWithErrors(Bodies.Several.class)
                .map(answer -> Peeked.of(asked, Bodies.values(answer.value().statistics()), answer.errors()));
    }

    /** "Subscribe". */
    public Call<StatisticData> create(
            Collection<Statistic> statistics, String operationId, @Nullable Verbosity verbosity) {
        List<Statistic> asked = StatisticLists.withIds(statistics);
        Bodies.Subscribe body =
                new Bodies.Subscribe(Require.segment(operationId, "operationId"), new Bodies.Asked(asked));
        return api.post("/subscriptions")
                .query("verbose", verbosity)
                .json(body)
                .advice(400, BAD_STATISTIC)
                .advice(403, FORBIDDEN)
                .advice(404, NO_STATISTIC)
                .returning(Bodies.Subscribed.class)
                .mapResponse(answer -> SubscriptionData.created(asked, verbosity, answer));
    }

    /** "Delete subscription". */
    public Call<@Nullable Void> delete(String subscriptionId) {
        return subscription(api.delete("/subscriptions/{id}"), subscriptionId)
                .advice(404, "the subscription is gone already")
                .returningNothing();
    }

    /** "Get statistic values of a subscription"; blank ids are dropped, none at all means all. */
    public Call<StatisticData> subscriptionValues(
            String subscriptionId, Collection<String> statisticIds, @Nullable Verbosity verbosity) {
        List<String> ids = Require.present(statisticIds, "statisticIds").stream()
                .filter(id -> id != null && !id.isBlank())
                .distinct()
                .toList();
        ApiRequest request = subscription(api.get(VALUES_OF_SUBSCRIPTION), subscriptionId);
        return (ids.isEmpty() ? request : request.query("statisticIds", ids))
                .query("verbose", verbosity)
                .advice(404, GONE)
                .returning(Bodies.Subscribed.class)
                .mapResponse(answer -> SubscriptionData.read(ids, verbosity, answer));
    }

    private static ApiRequest subscription(ApiRequest request, String id) {
        return request.path("id", Require.segment(id, "subscriptionId"))
                .advice(400, BAD_SUBSCRIPTION)
                .advice(403, FORBIDDEN);
    }
}
