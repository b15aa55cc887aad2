package io.github.multicloudcx.statistics.model;

import io.github.multicloudcx.core.ResponseStatus;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Values of a subscription, and what was not answered. No public example links an error to a statistic, so what is missing
 * is found by comparing what was asked for with what was answered.
 *
 * <p>Statistics API v3, model "StatisticData".
 *
 * @param subscriptionId id of the subscription, or null
 * @param operationId id of the request that made it, or null; it is the subscription id as well
 * @param statistics the values as the server ordered them; empty where it leaves them out ({@link Verbosity#OFF})
 * @param errors what the server says about the statistics that failed; empty when none did
 * @param missing statistics that were asked for and not answered. Empty where they were asked for by id only
 * @param missingIds statistic ids that were asked for and not answered
 */
public record StatisticData(
        @Nullable String subscriptionId,
        @Nullable String operationId,
        List<StatisticValue> statistics,
        List<ResponseStatus> errors,
        List<Statistic> missing,
        List<String> missingIds) {
    /**
     * Copies the lists.
     *
     * @param subscriptionId id of the subscription, or null
     * @param operationId id of the request that made it, or null; it is the subscription id as well
     * @param statistics the values as the server ordered them; empty where it leaves them out ({@link Verbosity#OFF})
     * @param errors what the server says about the statistics that failed; empty when none did
     * @param missing statistics that were asked for and not answered. Empty where they were asked for by id only
     * @param missingIds statistic ids that were asked for and not answered
     */
    public StatisticData {
        statistics = List.copyOf(statistics);
        errors = List.copyOf(errors);
        missing = List.copyOf(missing);
        missingIds = List.copyOf(missingIds);
    }

    /**
     * What is missing is known as statistics; their ids follow from them.
     *
     * @param subscriptionId id of the subscription, or null
     * @param operationId id of the request that made it, or null
     * @param statistics the values as the server ordered them
     * @param errors what the server says about the statistics that failed
     * @param missing statistics that were asked for and not answered
     */
    public StatisticData(
            @Nullable String subscriptionId,
            @Nullable String operationId,
            List<StatisticValue> statistics,
            List<ResponseStatus> errors,
            List<Statistic> missing) {
        this(
                subscriptionId,
                operationId,
                statistics,
                errors,
                missing,
                missing.stream()
                        .map(Statistic::statisticId)
                        .filter(Objects::nonNull)
                        .toList());
    }

    /**
     * Tells whether everything was answered.
     *
     * @return true when nothing is missing and the server reported no error
     */
    public boolean complete() {
        return errors.isEmpty() && missing.isEmpty() && missingIds.isEmpty();
    }
}
