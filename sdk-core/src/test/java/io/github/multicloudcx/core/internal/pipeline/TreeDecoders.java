package io.github.multicloudcx.core.internal.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.github.multicloudcx.core.Envelope;
import io.github.multicloudcx.core.Page;
import io.github.multicloudcx.core.internal.envelope.Answer;
import io.github.multicloudcx.core.internal.envelope.EnvelopeReader;
import io.github.multicloudcx.core.internal.envelope.Reading;
import io.github.multicloudcx.core.internal.json.JsonFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The simple way to decode, against which the quick one is held: all is made a tree first, and bound then. */
final class TreeDecoders {
    private final ObjectMapper mapper;
    private final EnvelopeReader envelope;

    TreeDecoders(ObjectMapper mapper, Envelope envelope) {
        this.mapper = mapper;
        this.envelope = EnvelopeReader.of(envelope);
    }

    /** Decodes bytes that have arrived as a whole. */
    interface Bytes<T> {
        AttemptReader.Read<T> decode(byte[] body) throws BadAnswer;
    }

    /** What stands in an envelope. */
    private interface Payload<T> {
        T decode(JsonNode payload) throws BadAnswer;
    }

    <T> Bytes<T> value(Class<T> type) {
        return json(payload -> bind(due(payload), mapper.constructType(type)));
    }

    <T> Bytes<List<T>> list(Class<T> type) {
        return json(payload -> frozen(bind(due(payload), listOf(type))));
    }

    <T> Bytes<List<T>> list(Class<T> type, List<String> wrappers) {
        return json(payload -> {
            JsonNode items = payload.isArray() ? payload : wrapped(payload, wrappers);
            return items.isNull() ? List.of() : frozen(bind(items, listOf(type)));
        });
    }

    <T> Bytes<Page<T>> page(String field, Class<T> type, long asked, long size) {
        return json(payload -> {
            JsonNode around = payload.has(field) ? payload : payload.path("data");
            JsonNode items = payload.isArray() ? payload : around.path(field);
            if (!items.isArray()) {
                throw BadAnswer.malformed("$." + field + " is not an array");
            }
            return PageMath.page(frozen(bind(items, listOf(type))), items.size(), around, asked, size);
        });
    }

    private static JsonNode wrapped(JsonNode payload, List<String> wrappers) throws BadAnswer {
        for (String name : wrappers) {
            JsonNode items = payload.path(name);
            if (items.isArray() || items.isNull()) {
                return items;
            }
        }
        throw BadAnswer.malformed("$." + wrappers.get(0) + " is not an array");
    }

    private <T> Bytes<T> json(Payload<T> decoder) {
        return body -> {
            Answer answer = AnswerOf.bytes(200, name -> null, "application/json", body);
            if (answer.empty()) {
                throw BadAnswer.malformed("status 200 without a body where JSON was due");
            }
            Reading reading = envelope.read(parse(answer, body));
            if (reading instanceof Reading.Refused refused) {
                throw BadAnswer.refused(refused.problem(), "");
            }
            if (reading instanceof Reading.Malformed malformed) {
                throw BadAnswer.malformed(malformed.what());
            }
            Reading.Value value = (Reading.Value) reading;
            return new AttemptReader.Read<>(decoder.decode(value.payload()), null, value.status(), value.errors());
        };
    }

    private JsonNode parse(Answer answer, byte[] body) throws BadAnswer {
        if (answer.html()) {
            throw BadAnswer.malformed(answer.kind() + " where JSON was due; check the base URL");
        }
        try {
            return mapper.readTree(body);
        } catch (MismatchedInputException e) {
            throw BadAnswer.malformed("more than one JSON value in " + answer.kind());
        } catch (JsonProcessingException e) {
            throw BadAnswer.malformed(JsonFailure.describe(e) + " in " + answer.kind());
        } catch (IOException e) {
            throw BadAnswer.malformed("no text in a known encoding in " + answer.kind());
        }
    }

    private static JsonNode due(JsonNode payload) throws BadAnswer {
        if (payload.isMissingNode() || payload.isNull()) {
            throw BadAnswer.malformed("there is no data in it");
        }
        return payload;
    }

    private static <T> List<T> frozen(List<T> list) {
        return list.stream().filter(Objects::nonNull).toList();
    }

    private JavaType listOf(Class<?> type) {
        return mapper.getTypeFactory().constructCollectionType(ArrayList.class, type);
    }

    private <T> T bind(JsonNode payload, JavaType type) throws BadAnswer {
        try {
            return mapper.treeToValue(payload, type);
        } catch (JsonProcessingException e) {
            throw BadAnswer.malformed(JsonFailure.describe(e));
        }
    }
}
