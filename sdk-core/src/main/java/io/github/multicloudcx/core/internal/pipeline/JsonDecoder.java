package io.github.multicloudcx.core.internal.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.github.multicloudcx.core.internal.envelope.Answer;
import io.github.multicloudcx.core.internal.envelope.EnvelopeReader;
import io.github.multicloudcx.core.internal.envelope.Reading;
import io.github.multicloudcx.core.internal.json.JsonFailure;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** JSON, taken out of its envelope. */
final class JsonDecoder<T extends @Nullable Object> implements WholeReader.Decoder<T> {
    private static final int NO_CONTENT = 204;

    private final ObjectMapper mapper;
    private final EnvelopeReader envelope;
    private final PayloadDecoder<T> decoder;
    private final @Nullable Supplier<T> whenEmpty;
    private final boolean anyStatus;

    JsonDecoder(
            ObjectMapper mapper,
            EnvelopeReader envelope,
            PayloadDecoder<T> decoder,
            @Nullable Supplier<T> whenEmpty,
            boolean anyStatus) {
        this.mapper = mapper;
        this.envelope = envelope;
        this.decoder = decoder;
        this.whenEmpty = whenEmpty;
        this.anyStatus = anyStatus;
    }

    @Override
    public AttemptReader.Read<T> decode(Answer answer) throws BadAnswer {
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
        return new AttemptReader.Read<>(decoder.decode(value.payload()), answer::text, value.status(), value.errors());
    }

    private JsonNode parse(Answer answer) throws BadAnswer {
        if (answer.html()) {
            throw BadAnswer.malformed(answer.kind() + " where JSON was due; check the base URL");
        }
        try {
            return mapper.readTree(answer.body());
        } catch (MismatchedInputException e) {
            throw BadAnswer.malformed("more than one JSON value in " + answer.kind());
        } catch (JsonProcessingException e) {
            throw BadAnswer.malformed(JsonFailure.describe(e) + " in " + answer.kind());
        } catch (IOException e) {
            throw BadAnswer.malformed("no text in a known encoding in " + answer.kind());
        }
    }
}
