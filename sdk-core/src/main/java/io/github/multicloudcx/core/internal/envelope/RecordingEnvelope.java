package io.github.multicloudcx.core.internal.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.ResponseStatus;
import java.util.List;

/** {@code {"statusCode":int,"statusMessage"}}. */
final class RecordingEnvelope implements EnvelopeReader {
    static final EnvelopeReader RECORDING = new RecordingEnvelope();

    private RecordingEnvelope() {}

    @Override
    public Reading read(JsonNode body) {
        String code = Problems.text(body.path("statusCode"));
        if (code == null) {
            return new Reading.Malformed("$.statusCode is missing");
        }
        if (!code.equals("0")) {
            return new Reading.Refused(Problems.of(body));
        }
        return new Reading.Value(
                body, new ResponseStatus(code, Problems.text(body.path("statusMessage")), null), List.of());
    }
}
