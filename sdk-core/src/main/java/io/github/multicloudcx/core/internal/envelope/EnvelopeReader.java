package io.github.multicloudcx.core.internal.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.Envelope;
import java.util.List;

/** Takes answers of one kind of envelope apart. */
public interface EnvelopeReader {
    /** Reads the body of an answer with a status of success. */
    Reading read(JsonNode body);

    /** The fields in which the payload stands; none when it may be the whole body. */
    default List<String> payloadFields() {
        return List.of();
    }

    /** The reader of an envelope. */
    static EnvelopeReader of(Envelope envelope) {
        return switch (envelope) {
            case ENGAGE -> StatusEnvelope.ENGAGE;
            case SECURE_EMAIL -> StatusEnvelope.SECURE_EMAIL;
            case BARE -> StatusEnvelope.BARE;
            case BARE_OR_ENGAGE -> StatusEnvelope.BARE_OR_ENGAGE;
            case RECORDING -> RecordingEnvelope.RECORDING;
            case GRS, OAUTH -> ErrorOnlyEnvelope.ERRORS;
        };
    }
}
