package io.github.multicloudcx.benchmarks.compare;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The JSON of W1 as records, for those who decode it by themselves. */
final class Wire {
    /** Body of the request. */
    record Asked(Data data) {}

    /** Inside it. */
    record Data(List<Statistic> statistics) {}

    /** One that is asked for. */
    record Statistic(String name, String objectType, String objectId) {}

    /** Body of the answer. */
    record Answer(Status status, Values data) {}

    /** Status of the envelope. */
    record Status(int code, String message) {}

    /** Inside it. */
    record Values(List<Value> statistics) {}

    /** One value. */
    record Value(String name, String objectId, String objectType, long timestamp, JsonNode value) {}

    private Wire() {}

    /** What is asked for. */
    static Asked asked() {
        return new Asked(new Data(List.of(
                new Statistic("CurrentAgentState", "Agent", "agent2"),
                new Statistic("TimeInCurrentState", "Agent", "agent2"))));
    }
}
