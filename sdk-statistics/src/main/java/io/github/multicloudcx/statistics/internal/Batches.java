package io.github.multicloudcx.statistics.internal;

import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.TimeSource;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.statistics.model.PeekedStatistics;
import io.github.multicloudcx.statistics.model.Statistic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Splits what is asked for into requests.
 *
 * @param requests makes them
 * @param time reckons the time for all of them
 * @param background where they are sent when nobody stands by
 */
record Batches(StatisticsRequests requests, TimeSource time, Background background) {
    /** Where asynchronous calls run. */
    interface Background {
        <T> CompletableFuture<T> run(Supplier<T> work);
    }

    /**
     * Some of the statistics.
     *
     * @param statistics what it asks for
     * @param call asks for it
     */
    record Batch(List<Statistic> statistics, Call<PeekedStatistics> call) {}

    Call<PeekedStatistics> values(Collection<Statistic> statistics, int batchSize) {
        int size = Math.toIntExact(Require.positive(batchSize, "batchSize"));
        List<Statistic> distinct = StatisticLists.distinctNamed(statistics);
        if (distinct.size() <= size) {
            return requests.distinctValues(distinct);
        }
        List<Batch> batches = new ArrayList<>();
        for (int from = 0; from < distinct.size(); from += size) {
            List<Statistic> some = distinct.subList(from, Math.min(distinct.size() - from, size) + from);
            batches.add(new Batch(some, requests.distinctValues(some)));
        }
        return new BatchedValues(batches, time, background, null);
    }
}
