package io.github.multicloudcx.core.internal.pipeline;

import io.github.multicloudcx.core.internal.envelope.Answer;
import io.github.multicloudcx.core.internal.envelope.AnswerBody;
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
        Read<T> decode(Answer answer) throws IOException, BadAnswer;

        /** Whether it wants the text of the answer. */
        default boolean readsText() {
            return false;
        }
    }

    @Override
    public Read<T> read(Exchange exchange) throws IOException, BadAnswer {
        try (exchange) {
            boolean whole = exchange.keepsText() || decoder.readsText();
            AnswerBody body = new AnswerBody(exchange.source(), exchange.length(), maxBytes, whole);
            return decode(new Answer(exchange.status(), exchange::first, exchange.header("Content-Type"), body));
        } catch (AnswerBody.TooLong e) {
            throw BadAnswer.malformed(String.valueOf(e.getMessage()));
        }
    }

    private Read<T> decode(Answer answer) throws IOException, BadAnswer {
        try {
            return decoder.decode(answer);
        } catch (BadAnswer e) {
            throw e.in(answer.body().shown());
        }
    }
}
