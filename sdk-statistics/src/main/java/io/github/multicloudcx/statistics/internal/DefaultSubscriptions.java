package io.github.multicloudcx.statistics.internal;

import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.statistics.CreateSubscription;
import io.github.multicloudcx.statistics.SubscriptionValues;
import io.github.multicloudcx.statistics.Subscriptions;
import io.github.multicloudcx.statistics.model.Statistic;
import io.github.multicloudcx.statistics.model.StatisticData;
import io.github.multicloudcx.statistics.model.Verbosity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record DefaultSubscriptions(StatisticsRequests requests) implements Subscriptions {
    @Override
    public CreateSubscription create(Collection<Statistic> statistics) {
        var unused = StatisticLists.withIds(statistics);
        return new Create(requests, List.copyOf(statistics), null, null);
    }

    @Override
    public Call<@Nullable Void> delete(String subscriptionId) {
        return requests.delete(subscriptionId);
    }

    @Override
    public SubscriptionValues values(String subscriptionId) {
        return new Values(requests, Require.segment(subscriptionId, "subscriptionId"), List.of(), null);
    }

    @Override
    public String toString() {
        return "Subscriptions";
    }

    private record Create(
            StatisticsRequests requests,
            List<Statistic> statistics,
            @Nullable String id,
            @Nullable Verbosity verbosity) implements CreateSubscription {
        @Override
        public CreateSubscription operationId(String chosen) {
            return new Create(requests, statistics, Require.segment(chosen, "operationId"), verbosity);
        }

        @Override
        public CreateSubscription verbose(Verbosity chosen) {
            return new Create(requests, statistics, id, Require.present(chosen, "verbosity"));
        }

        @Override
        public Call<StatisticData> call() {
            return requests.create(statistics, id == null ? UUID.randomUUID().toString() : id, verbosity);
        }
    }

    private record Values(
            StatisticsRequests requests,
            String id,
            List<String> ids,
            @Nullable Verbosity verbosity) implements SubscriptionValues {
        @Override
        public SubscriptionValues statisticIds(Collection<String> chosen) {
            List<String> copy = new ArrayList<>(Require.present(chosen, "statisticIds"));
            return new Values(requests, id, Collections.unmodifiableList(copy), verbosity);
        }

        @Override
        public SubscriptionValues verbose(Verbosity chosen) {
            return new Values(requests, id, ids, Require.present(chosen, "verbosity"));
        }

        @Override
        public Call<StatisticData> call() {
            return requests.subscriptionValues(id, ids, verbosity);
        }
    }
}
