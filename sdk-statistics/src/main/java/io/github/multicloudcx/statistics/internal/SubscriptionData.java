package io.github.multicloudcx.statistics.internal;

import io.github.multicloudcx.core.ApiResponse;
import io.github.multicloudcx.core.ResponseStatus;
import io.github.multicloudcx.statistics.model.Statistic;
import io.github.multicloudcx.statistics.model.StatisticData;
import io.github.multicloudcx.statistics.model.StatisticValue;
import io.github.multicloudcx.statistics.model.Verbosity;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares answers of the calls of subscriptions with what was asked for. */
final class SubscriptionData {
    private SubscriptionData() {}

    static StatisticData created(
            List<Statistic> asked, @Nullable Verbosity verbosity, ApiResponse<Bodies.Subscribed> answer) {
        List<StatisticValue> values = Bodies.values(answer.value().statistics());
        List<Statistic> missing = silent(verbosity, values, answer)
                ? List.of()
                : Matching.of(asked, values).missing();
        return new StatisticData(
                answer.value().subscriptionId(), answer.value().operationId(), values, answer.errors(), missing);
    }

    static StatisticData read(
            List<String> asked, @Nullable Verbosity verbosity, ApiResponse<Bodies.Subscribed> answer) {
        List<StatisticValue> values = Bodies.values(answer.value().statistics());
        Set<String> answered = values.stream()
                .map(StatisticValue::statisticId)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
        List<String> missing = silent(verbosity, values, answer)
                ? List.of()
                : asked.stream().filter(id -> !answered.contains(id)).toList();
        return new StatisticData(
                answer.value().subscriptionId(),
                answer.value().operationId(),
                values,
                answer.errors(),
                List.of(),
                missing);
    }

    /** Whether the server left the statistics out because it was told to. */
    private static boolean silent(@Nullable Verbosity verbosity, List<StatisticValue> values, ApiResponse<?> answer) {
        ResponseStatus envelope = answer.envelope();
        boolean partial = envelope != null && envelope.partial();
        return verbosity == Verbosity.OFF && values.isEmpty() && !partial;
    }
}
