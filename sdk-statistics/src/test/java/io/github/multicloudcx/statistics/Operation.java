package io.github.multicloudcx.statistics;

import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.statistics.model.PeekedStatistics;
import io.github.multicloudcx.statistics.model.StatisticData;
import io.github.multicloudcx.statistics.model.Verbosity;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One operation of the reference over REST, how it is called, what it sends and what it answers. A new endpoint is covered
 * by another row.
 *
 * @param id operationId
 * @param line method and target that are expected
 * @param body body that is expected, or null
 * @param value what the sample of the answer becomes; null for no value
 * @param jsonIsDue whether an empty body is an error
 * @param repeatable whether it is safe to repeat
 * @param gone what a 404 advises
 * @param call makes the call
 */
record Operation(
        String id,
        String line,
        @Nullable String body,
        @Nullable Object value,
        boolean jsonIsDue,
        boolean repeatable,
        String gone,
        Function<StatisticsClient, Call<?>> call) {
    private static final String ONE = "{\"name\":\"string\",\"objectType\":\"string\",\"objectId\":\"string\"}";
    private static final String NO_STATISTIC = "there is no statistic of this name in the contact center";
    private static final StatisticData DATA =
            new StatisticData("string", "string", List.of(Samples.VALUE), List.of(Samples.STATUS), List.of());

    static List<Operation> all() {
        return List.of(
                new Operation(
                        "getStatisticValue",
                        "GET /statistics/v3/statistic-values/string?objectId=string&objectType=string",
                        null,
                        Samples.PEEKED,
                        true,
                        true,
                        NO_STATISTIC,
                        client -> client.value(Samples.ASKED)),
                new Operation(
                        "getStatisticValues",
                        "POST /statistics/v3/operations/get-statistic-ex",
                        "{\"data\":{\"statistics\":[" + ONE + "]}}",
                        new PeekedStatistics(List.of(Samples.PEEKED), List.of(Samples.STATUS), List.of()),
                        true,
                        true,
                        NO_STATISTIC,
                        client -> client.values(List.of(Samples.ASKED))),
                new Operation(
                        "createSubscription",
                        "POST /statistics/v3/subscriptions?verbose=INFO",
                        "{\"operationId\":\"UUID1\",\"data\":{\"statistics\":[{\"statisticId\":\"string\","
                                + ONE.substring(1) + "]}}",
                        DATA,
                        true,
                        false,
                        NO_STATISTIC,
                        client -> client.subscriptions()
                                .create(List.of(Samples.ASKED))
                                .operationId("UUID1")
                                .verbose(Verbosity.INFO)
                                .call()),
                new Operation(
                        "deleteSubscription",
                        "DELETE /statistics/v3/subscriptions/UUID%2F1",
                        null,
                        null,
                        false,
                        true,
                        "the subscription is gone already",
                        client -> client.subscriptions().delete("UUID/1")),
                new Operation(
                        "getSubscriptionStatisticValues",
                        "GET /statistics/v3/subscriptions/UUID%2F1/statistic-values?statisticIds=string&verbose=OFF",
                        null,
                        DATA,
                        true,
                        true,
                        "the subscription is gone; create it again",
                        client -> client.subscriptions()
                                .values("UUID/1")
                                .statisticIds(List.of("string"))
                                .verbose(Verbosity.OFF)
                                .call()));
    }

    Call<?> call(Wire wire) {
        return call.apply(wire.statistics);
    }

    /** The method and the path up to the version, as errors have them. */
    String place() {
        return line.replaceAll("^(\\w+ /[^/]+/[^/]+/).*", "$1");
    }

    @Override
    public String toString() {
        return id;
    }
}
