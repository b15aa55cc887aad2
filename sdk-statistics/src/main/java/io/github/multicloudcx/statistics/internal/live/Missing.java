package io.github.multicloudcx.statistics.internal.live;

import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.ResponseStatus;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.statistics.live.UnknownStatisticException;
import io.github.multicloudcx.statistics.model.Statistic;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Says which statistics the server did not open, and why. */
final class Missing {
    private static final int NAMED_IN_MESSAGES = 5;

    private Missing() {}

    static UnknownStatisticException exception(ServerSide.Opened opened) {
        List<Statistic> missing = opened.missing();
        String names =
                missing.stream().limit(NAMED_IN_MESSAGES).map(Missing::name).collect(Collectors.joining(", "));
        int others = missing.size() - NAMED_IN_MESSAGES;
        return new UnknownStatisticException(
                "The server did not open " + names + (others > 0 ? " and " + others + " more" : "") + reason(opened)
                        + "; check name, objectType and objectId, or allow missing statistics",
                missing,
                opened.errors(),
                new ErrorContext("POST", "/statistics/v3/subscriptions", null, Fate.REJECTED, List.of()));
    }

    private static String name(Statistic statistic) {
        String name = statistic.name() == null ? "a defined statistic" : statistic.name();
        return name + " of " + statistic.objectType() + " " + statistic.objectId();
    }

    /** What the server says about the first of them; empty when it says nothing. */
    static String reason(ServerSide.Opened opened) {
        return opened.errors().stream()
                .map(ResponseStatus::message)
                .filter(Objects::nonNull)
                .filter(message -> !message.isBlank())
                .findFirst()
                .map(message -> "; the server says: " + message)
                .orElse("");
    }
}
