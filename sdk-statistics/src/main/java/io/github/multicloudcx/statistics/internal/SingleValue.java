package io.github.multicloudcx.statistics.internal;

import io.github.multicloudcx.core.ApiFamily;
import io.github.multicloudcx.core.ApiResponse;
import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.error.DecodeException;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.statistics.model.PeekedStatisticValue;
import io.github.multicloudcx.statistics.model.Statistic;

/** The value of one statistic. Some servers answer nothing but value and timestamp. */
final class SingleValue {
    static final String PATH = "/statistic-values/{statisticName}";

    private SingleValue() {}

    static PeekedStatisticValue of(Statistic asked, ApiResponse<Bodies.Single> answer) {
        PeekedStatisticValue value = answer.value().statistic();
        if (value == null) {
            throw missing(answer);
        }
        return filled(asked, value);
    }

    /** With what was asked for where the server left it out. */
    static PeekedStatisticValue filled(Statistic asked, PeekedStatisticValue value) {
        if (value.name() != null && value.objectId() != null && value.objectType() != null) {
            return value;
        }
        return new PeekedStatisticValue(
                value.name() == null ? asked.name() : value.name(),
                value.objectId() == null ? asked.objectId() : value.objectId(),
                value.objectType() == null ? asked.objectType() : value.objectType(),
                value.timestamp(),
                value.value());
    }

    private static DecodeException missing(ApiResponse<?> answer) {
        String template = ApiFamily.STATISTICS.basePath() + PATH;
        return new DecodeException(
                "Answer not as documented for GET " + template + "; $.data.statistic is missing; trace "
                        + answer.traceId(),
                null,
                new ErrorContext("GET", template, answer.traceId(), Fate.UNKNOWN, answer.attempts()));
    }
}
