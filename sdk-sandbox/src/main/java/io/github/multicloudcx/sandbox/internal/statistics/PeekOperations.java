package io.github.multicloudcx.sandbox.internal.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.multicloudcx.sandbox.StatisticKey;
import io.github.multicloudcx.sandbox.internal.http.Answer;
import io.github.multicloudcx.sandbox.internal.http.Json;
import io.github.multicloudcx.sandbox.internal.server.Invocation;
import java.util.ArrayList;
import java.util.List;

/** Values without a subscription; configured statistics only. */
final class PeekOperations {
    private final StatisticsSettings settings;
    private final Board board;
    private final Readings readings;

    PeekOperations(StatisticsSettings settings, Board board, Readings readings) {
        this.settings = settings;
        this.board = board;
        this.readings = readings;
    }

    Answer one(Invocation invocation) {
        String name = invocation.path("statisticName");
        if (!settings.isConfigured(name)) {
            return Answer.error(404, "Unknown statistic " + name);
        }
        String objectType = invocation.query().getOr("objectType", "");
        String objectId = invocation.query().getOr("objectId", "");
        Reading reading = board.read(new StatisticKey(name, objectType, objectId));
        return Envelopes.done(Json.object().set("statistic", readings.write(reading, true)));
    }

    Answer several(Invocation invocation) {
        RequestedStatistics requested =
                RequestedStatistics.read(invocation.exchange().body());
        return requested
                .refusal(settings)
                .map(problem -> Answer.error(400, problem))
                .orElseGet(() -> several(requested));
    }

    private Answer several(RequestedStatistics requested) {
        List<Reading> good = new ArrayList<>();
        List<ObjectNode> failures = new ArrayList<>();
        for (RequestedStatistic statistic : requested.all()) {
            statistic
                    .problem(settings, false)
                    .ifPresentOrElse(failures::add, () -> good.add(board.read(statistic.key())));
        }
        JsonNode data = Json.object().set("statistics", readings.write(good, true));
        return good.isEmpty() ? Envelopes.nothingDone(failures) : Envelopes.partlyDone(data, failures);
    }
}
