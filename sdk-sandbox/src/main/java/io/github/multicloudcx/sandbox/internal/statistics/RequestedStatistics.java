package io.github.multicloudcx.sandbox.internal.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.sandbox.internal.http.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The body of a request for statistics.
 *
 * @param operationId chosen by the client, empty without one
 * @param all the statistics
 */
record RequestedStatistics(String operationId, List<RequestedStatistic> all) {
    static RequestedStatistics read(byte[] body) {
        JsonNode json = Json.parse(body).orElseGet(Json::object);
        List<RequestedStatistic> all = new ArrayList<>();
        json.path("data").path("statistics").forEach(statistic -> all.add(new RequestedStatistic(statistic)));
        return new RequestedStatistics(json.path("operationId").asText(), all);
    }

    /** Why nothing of it is carried out. */
    Optional<String> refusal(StatisticsSettings settings) {
        if (all.isEmpty()) {
            return Optional.of("The request has no statistics");
        }
        int limit = settings.maxStatistics();
        if (all.size() > limit) {
            return Optional.of("The limit is " + limit + " statistics in a request, not " + all.size());
        }
        return repeatedId().map(id -> "Statistic id " + id + " comes more than once");
    }

    private Optional<String> repeatedId() {
        Set<String> seen = new HashSet<>();
        return all.stream()
                .map(RequestedStatistic::statisticId)
                .filter(id -> !id.isEmpty() && !seen.add(id))
                .findFirst();
    }
}
