package io.github.multicloudcx.statistics.internal;

import io.github.multicloudcx.statistics.model.PeekedStatisticValue;
import io.github.multicloudcx.statistics.model.Statistic;
import io.github.multicloudcx.statistics.model.StatisticValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands around statistics and values on the wire. */
final class Bodies {
    private Bodies() {}

    /** Body of "Get statistics". */
    record Get(Asked data) {}

    /** Body of "Subscribe". */
    record Subscribe(String operationId, Asked data) {}

    /** The statistics that are asked for. */
    record Asked(List<Statistic> statistics) {}

    /** Answer of "Get statistic value". */
    record Single(@Nullable PeekedStatisticValue statistic) {}

    /** Answer of "Get statistics". */
    record Several(@Nullable List<@Nullable PeekedStatisticValue> statistics) {}

    /** Answer of the calls of subscriptions. */
    record Subscribed(
            @Nullable String subscriptionId,
            @Nullable String operationId,
            @Nullable List<@Nullable StatisticValue> statistics) {}

    /** Without nulls; empty when there is no list. */
    static <T> List<T> values(@Nullable List<@Nullable T> values) {
        if (values == null) {
            return List.of();
        }
        List<T> present = new ArrayList<>(values.size());
        for (T value : values) {
            if (value != null) {
                present.add(value);
            }
        }
        return present;
    }
}
