package io.github.multicloudcx.statistics.model;

import io.github.multicloudcx.core.ResponseStatus;
import java.util.List;

/**
 * Values of statistics that were asked for without a subscription, and what was not answered.
 *
 * <p>Statistics API v3, model "PeekedStatistics".
 *
 * @param statistics the values, in the order in which they were asked for; those that nobody asked for follow the others of their
 *     request
 * @param errors what the server says about those that failed, and why requests failed; empty when nothing did
 * @param missing what was asked for and not answered
 */
public record PeekedStatistics(
        List<PeekedStatisticValue> statistics, List<ResponseStatus> errors, List<Statistic> missing) {
    /**
     * Copies the lists.
     *
     * @param statistics the values, in the order in which they were asked for; those that nobody asked for follow the others
     *     of their request
     * @param errors what the server says about those that failed, and why requests failed; empty when nothing did
     * @param missing what was asked for and not answered
     */
    public PeekedStatistics {
        statistics = List.copyOf(statistics);
        errors = List.copyOf(errors);
        missing = List.copyOf(missing);
    }

    /**
     * Tells whether everything was answered.
     *
     * @return true when nothing is missing and the server reported no error
     */
    public boolean complete() {
        return errors.isEmpty() && missing.isEmpty();
    }
}
