package io.github.multicloudcx.core.internal.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.Envelope;
import java.util.function.UnaryOperator;

/** Takes answers of one kind of envelope apart. */
public interface EnvelopeReader {
    /** Reads the body of an answer with a status of success. */
    Reading read(JsonNode body);

    /** The reader of an envelope. */
    static EnvelopeReader of(Envelope envelope) {
        return switch (envelope) {
            case ENGAGE -> new StatusEnvelope(StatusEnvelope.Codes.NUMBERS, true, StatusEnvelope::data);
            case SECURE_EMAIL -> new StatusEnvelope(StatusEnvelope.Codes.WORDS, true, UnaryOperator.identity());
            case BARE -> new StatusEnvelope(StatusEnvelope.Codes.NUMBERS, false, UnaryOperator.identity());
            case BARE_OR_ENGAGE -> new StatusEnvelope(StatusEnvelope.Codes.NUMBERS, false, StatusEnvelope::dataIfAny);
            case RECORDING -> new RecordingEnvelope();
            case GRS, OAUTH -> new ErrorOnlyEnvelope();
        };
    }
}
