package io.github.multicloudcx.sandbox.internal.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.multicloudcx.sandbox.internal.http.Answer;
import io.github.multicloudcx.sandbox.internal.http.Json;
import java.util.List;

/** Answers in the envelope of the service. */
final class Envelopes {
    private static final int DONE = 0;
    private static final int PARTLY_DONE = 2;
    private static final int CONFIGURATION_CODE = 12_345;

    private Envelopes() {}

    /** One element of {@code errors}. */
    static ObjectNode failure(int code, String message) {
        ObjectNode failure = Json.envelope(code, message);
        failure.withObject("/status").putObject("detail").put("ConfCode", CONFIGURATION_CODE);
        return failure;
    }

    static Answer done(JsonNode data) {
        return Answer.json(200, envelope(DONE).set("data", data));
    }

    static Answer done() {
        return Answer.json(200, envelope(DONE));
    }

    /** What was done, and what was not. */
    static Answer partlyDone(JsonNode data, List<ObjectNode> failures) {
        if (failures.isEmpty()) {
            return done(data);
        }
        ObjectNode body = envelope(PARTLY_DONE);
        body.set("data", data);
        body.putArray("errors").addAll(failures);
        return Answer.json(200, body);
    }

    /** Nothing was done. */
    static Answer nothingDone(List<ObjectNode> failures) {
        ObjectNode body = Json.envelope(400, "None of the statistics could be opened");
        body.putArray("errors").addAll(failures);
        return Answer.json(400, body);
    }

    private static ObjectNode envelope(int code) {
        ObjectNode envelope = Json.object();
        envelope.putObject("status").put("code", code);
        return envelope;
    }
}
