package io.github.multicloudcx.core.internal.pipeline;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.internal.envelope.Answer;
import io.github.multicloudcx.core.internal.envelope.EnvelopeReader;
import io.github.multicloudcx.core.internal.envelope.Reading;
import io.github.multicloudcx.core.internal.json.JsonFailure;
import io.github.multicloudcx.core.internal.json.PayloadTree;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** JSON, taken out of its envelope. */
final class JsonDecoder<T extends @Nullable Object> implements WholeReader.Decoder<T> {
    private static final int NO_CONTENT = 204;

    private final PayloadTree tree;
    private final EnvelopeReader envelope;
    private final PayloadDecoder<T> decoder;
    private final @Nullable Supplier<T> whenEmpty;
    private final boolean anyStatus;

    JsonDecoder(
            PayloadTree tree,
            EnvelopeReader envelope,
            PayloadDecoder<T> decoder,
            @Nullable Supplier<T> whenEmpty,
            boolean anyStatus) {
        this.tree = tree;
        this.envelope = envelope;
        this.decoder = decoder;
        this.whenEmpty = whenEmpty;
        this.anyStatus = anyStatus;
    }

    @Override
    public AttemptReader.Read<T> decode(Answer answer) throws IOException, BadAnswer {
        if (answer.empty()) {
            if (whenEmpty == null || (answer.status() != NO_CONTENT && !anyStatus)) {
                throw BadAnswer.malformed("status " + answer.status() + " without a body where JSON was due");
            }
            return new AttemptReader.Read<>(whenEmpty.get(), null, null, List.of());
        }
        Reading reading = envelope.read(parse(answer));
        if (reading instanceof Reading.Refused refused) {
            throw BadAnswer.refused(refused.problem(), answer.text());
        }
        if (reading instanceof Reading.Malformed malformed) {
            throw BadAnswer.malformed(malformed.what());
        }
        Reading.Value value = (Reading.Value) reading;
        return new AttemptReader.Read<>(
                decoder.decode(value.payload()),
                answer.body().whole() ? answer::text : null,
                value.status(),
                value.errors());
    }

    private JsonNode parse(Answer answer) throws IOException, BadAnswer {
        if (answer.html()) {
            throw BadAnswer.malformed(answer.kind() + " where JSON was due; check the base URL");
        }
        try (JsonParser parser = tree.trees().createParser(answer.body())) {
            return tree.read(parser);
        } catch (IOException e) {
            answer.body().check();
            throw BadAnswer.malformed(words(e) + " in " + answer.kind());
        }
    }

    private static String words(IOException e) {
        if (e instanceof PayloadTree.Trailing) {
            return "more than one JSON value";
        }
        return e instanceof JsonProcessingException json ? JsonFailure.describe(json) : "no text in a known encoding";
    }
}
