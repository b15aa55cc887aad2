package io.github.multicloudcx.core.internal.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.Envelope;
import io.github.multicloudcx.core.internal.envelope.StatusEnvelope.CodeIsDue;
import io.github.multicloudcx.core.internal.envelope.StatusEnvelope.Codes;
import java.util.function.UnaryOperator;

/** Takes answers of one kind of envelope apart. */
public interface EnvelopeReader {
    /** Reads the body of an answer with a status of success. */
    Reading read(JsonNode body);

    /** The reader of an envelope. */
    static EnvelopeReader of(Envelope envelope) {
        return switch (envelope) {
            case ENGAGE -> new StatusEnvelope(Codes.NUMBERS, CodeIsDue.ALWAYS, StatusEnvelope::data);
            case SECURE_EMAIL -> new StatusEnvelope(Codes.WORDS, CodeIsDue.WITH_STATUS, UnaryOperator.identity());
            case BARE -> new StatusEnvelope(Codes.NUMBERS, CodeIsDue.NEVER, UnaryOperator.identity());
            case BARE_OR_ENGAGE -> new StatusEnvelope(Codes.NUMBERS, CodeIsDue.NEVER, StatusEnvelope::dataIfAny);
            case RECORDING -> new RecordingEnvelope();
            case GRS, OAUTH -> new ErrorOnlyEnvelope();
        };
    }
}
