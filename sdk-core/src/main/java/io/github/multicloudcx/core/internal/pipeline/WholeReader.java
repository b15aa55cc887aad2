package io.github.multicloudcx.core.internal.pipeline;

import io.github.multicloudcx.core.internal.envelope.Answer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads an answer to its end, within a bound, and has it decoded. */
final class WholeReader<T extends @Nullable Object> implements AttemptReader<T> {
    private final long maxBytes;
    private final Decoder<T> decoder;

    WholeReader(long maxBytes, Decoder<T> decoder) {
        this.maxBytes = maxBytes;
        this.decoder = decoder;
    }

    /** Makes a value of a whole answer. */
    interface Decoder<T extends @Nullable Object> {
        Read<T> decode(Answer answer) throws BadAnswer;
    }

    @Override
    public Read<T> read(Exchange exchange) throws IOException, BadAnswer {
        try (exchange) {
            byte[] body = exchange.bytes(maxBytes);
            if (body.length > maxBytes) {
                throw BadAnswer.malformed("the body is larger than " + maxBytes
                        + " bytes; stream the list, ask for less, or raise maxBodyBytes");
            }
            return decode(new Answer(exchange.status(), exchange::first, exchange.header("Content-Type"), body));
        }
    }

    private Read<T> decode(Answer answer) throws BadAnswer {
        try {
            return decoder.decode(answer);
        } catch (BadAnswer e) {
            throw e.in(answer.text());
        }
    }
}
