package io.github.multicloudcx.core.internal.pipeline;

import io.github.multicloudcx.core.internal.envelope.Answer;
import io.github.multicloudcx.core.internal.envelope.AnswerBody;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;
import okio.Buffer;

/** Answers that come from memory. */
final class AnswerOf {
    private AnswerOf() {}

    /** One whose text is kept. */
    static Answer bytes(int status, Function<String, String> headers, String type, byte[] body) {
        return bytes(status, headers, type, body, true);
    }

    static Answer bytes(int status, Function<String, String> headers, String type, byte[] body, boolean whole) {
        try {
            AnswerBody content = new AnswerBody(new Buffer().write(body), body.length, Long.MAX_VALUE, whole);
            return new Answer(status, headers, type, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
