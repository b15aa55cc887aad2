package io.github.multicloudcx.sandbox.internal.statistics;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.multicloudcx.sandbox.internal.cometd.HttpSession;
import io.github.multicloudcx.sandbox.internal.http.Answer;
import io.github.multicloudcx.sandbox.internal.http.Json;
import io.github.multicloudcx.sandbox.internal.server.Invocation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Subscriptions of an HTTP session. */
final class SubscriptionOperations {
    private final StatisticsSettings settings;
    private final Board board;
    private final Readings readings;
    private final AtomicLong madeUp = new AtomicLong();

    SubscriptionOperations(StatisticsSettings settings, Board board, Readings readings) {
        this.settings = settings;
        this.board = board;
        this.readings = readings;
    }

    Answer create(Invocation invocation, HttpSession session) {
        RequestedStatistics requested =
                RequestedStatistics.read(invocation.exchange().body());
        return requested
                .refusal(settings)
                .map(problem -> Answer.error(400, problem))
                .orElseGet(() -> create(requested, session, isVerbose(invocation)));
    }

    private Answer create(RequestedStatistics requested, HttpSession session, boolean verbose) {
        Map<String, RequestedStatistic> good = new LinkedHashMap<>();
        List<ObjectNode> failures = new ArrayList<>();
        for (RequestedStatistic statistic : requested.all()) {
            statistic
                    .problem(settings, true)
                    .ifPresentOrElse(failures::add, () -> good.put(idOf(statistic.statisticId()), statistic));
        }
        if (good.isEmpty()) {
            return Envelopes.nothingDone(failures);
        }
        String id = idOf(requested.operationId());
        return board.open(session, id, good)
                .map(all -> {
                    ObjectNode data = Json.object().put("subscriptionId", id);
                    data.put("operationId", requested.operationId().isEmpty() ? id : requested.operationId());
                    if (verbose) {
                        data.set("statistics", readings.write(all, true));
                    }
                    return Envelopes.partlyDone(data, failures);
                })
                .orElseGet(() -> Answer.error(400, "Subscription " + id + " is open already"));
    }

    private String idOf(String chosen) {
        if (!chosen.isEmpty() && !settings.ownIds()) {
            return chosen;
        }
        String seed = "sandbox " + madeUp.incrementAndGet();
        return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.US_ASCII)).toString();
    }

    private static boolean isVerbose(Invocation invocation) {
        return !invocation.query().getOr("verbose", "INFO").equals("OFF");
    }

    /** Fire and forget. */
    Answer delete(Invocation invocation, HttpSession session) {
        board.close(session, invocation.path("id"));
        return Envelopes.done();
    }

    Answer values(Invocation invocation, HttpSession session) {
        String id = invocation.path("id");
        return board.read(session, id)
                .map(all -> values(invocation, id, all))
                .orElseGet(() -> Answer.error(404, "Unknown subscription " + id));
    }

    private Answer values(Invocation invocation, String id, List<Reading> all) {
        List<Reading> good = new ArrayList<>(all);
        List<ObjectNode> failures = new ArrayList<>();
        @Nullable String chosen = invocation.query().get("statisticIds");
        if (chosen != null) {
            List<String> ids = List.of(chosen.split(",", -1));
            good.removeIf(reading -> !ids.contains(reading.statisticId()));
            ids.stream()
                    .filter(wanted -> good.stream()
                            .noneMatch(reading -> reading.statisticId().equals(wanted)))
                    .map(unknown -> Envelopes.failure(404, "Unknown statistic id " + unknown))
                    .forEach(failures::add);
        }
        if (good.isEmpty()) {
            return Envelopes.nothingDone(failures);
        }
        ObjectNode data = Json.object().put("subscriptionId", id);
        data.set("statistics", readings.write(good, isVerbose(invocation)));
        return Envelopes.partlyDone(data, failures);
    }
}
