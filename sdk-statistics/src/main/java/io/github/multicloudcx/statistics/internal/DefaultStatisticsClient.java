package io.github.multicloudcx.statistics.internal;

import io.github.multicloudcx.core.ApiFamily;
import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.SessionCookies;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.statistics.StatisticsClient;
import io.github.multicloudcx.statistics.Subscriptions;
import io.github.multicloudcx.statistics.internal.live.DefaultSubscriptionBuilder;
import io.github.multicloudcx.statistics.live.SubscriptionBuilder;
import io.github.multicloudcx.statistics.model.PeekedStatisticValue;
import io.github.multicloudcx.statistics.model.PeekedStatistics;
import io.github.multicloudcx.statistics.model.Statistic;
import java.util.Collection;

/** The client over one connection, with one server session for its REST calls. */
public final class DefaultStatisticsClient implements StatisticsClient {
    private final CxClient cx;
    private final StatisticsRequests requests;
    private final Batches batches;

    /** Begins without a session; the first answer sets its cookies. */
    public DefaultStatisticsClient(CxClient cx) {
        this.cx = Require.present(cx, "cx");
        requests = new StatisticsRequests(cx.api(ApiFamily.STATISTICS).session(new SessionCookies()));
        batches = new Batches(requests, cx.timeSource(), cx::executeAsync);
    }

    @Override
    public Call<PeekedStatisticValue> value(Statistic statistic) {
        return requests.value(statistic);
    }

    @Override
    public Call<PeekedStatistics> values(Collection<Statistic> statistics, int batchSize) {
        return batches.values(statistics, batchSize);
    }

    @Override
    public Subscriptions subscriptions() {
        return new DefaultSubscriptions(requests);
    }

    @Override
    public SubscriptionBuilder subscribe() {
        return new DefaultSubscriptionBuilder(cx);
    }

    @Override
    public String toString() {
        return "StatisticsClient";
    }
}
