package io.github.multicloudcx.core.internal.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.multicloudcx.core.Envelope;
import io.github.multicloudcx.core.Page;
import io.github.multicloudcx.core.internal.envelope.Answer;
import io.github.multicloudcx.core.internal.envelope.EnvelopeReader;
import io.github.multicloudcx.core.internal.json.JsonFailure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The decoders behind the {@code returning...} methods. */
final class Decoders {
    private final ObjectMapper mapper;
    private final EnvelopeReader envelope;

    Decoders(ObjectMapper mapper, Envelope envelope) {
        this.mapper = mapper;
        this.envelope = EnvelopeReader.of(envelope);
    }

    <T> WholeReader.Decoder<T> value(Class<T> type) {
        Shape<T> shape = one(type);
        return new JsonDecoder<>(mapper, envelope, payload -> bind(due(payload), shape), null, false);
    }

    <T> WholeReader.Decoder<List<T>> list(Class<T> type) {
        Shape<List<T>> shape = many(type);
        return new JsonDecoder<>(mapper, envelope, payload -> frozen(bind(due(payload), shape)), List::of, false);
    }

    /** An array, alone or in a field of one of these names. */
    <T> WholeReader.Decoder<List<T>> list(Class<T> type, List<String> wrappers) {
        Shape<List<T>> shape = many(type);
        return new JsonDecoder<>(
                mapper,
                envelope,
                payload -> {
                    JsonNode items = payload.isArray() ? payload : wrapped(payload, wrappers);
                    return items.isNull() ? List.of() : frozen(bind(items, shape));
                },
                List::of,
                false);
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

    /** An array, or one object in its place; an empty object counts as nothing. */
    <T> WholeReader.Decoder<List<T>> oneOrMany(Class<T> type) {
        Shape<List<T>> many = many(type);
        Shape<T> one = one(type);
        return new JsonDecoder<>(
                mapper,
                envelope,
                payload -> {
                    if (payload.isObject()) {
                        return payload.isEmpty() ? List.of() : List.of(bind(payload, one));
                    }
                    return frozen(bind(due(payload), many));
                },
                List::of,
                false);
    }

    WholeReader.Decoder<JsonNode> json() {
        return new JsonDecoder<>(mapper, envelope, payload -> payload, MissingNode::getInstance, true);
    }

    WholeReader.Decoder<@Nullable Void> nothing() {
        return new JsonDecoder<>(mapper, envelope, payload -> noValue(), Decoders::noValue, true);
    }

    /** A JSON text, or whatever else stands there as it is. */
    WholeReader.Decoder<String> text() {
        return answer -> {
            if (answer.html()) {
                throw BadAnswer.malformed(answer.kind() + " where a text was due; check the base URL");
            }
            return new AttemptReader.Read<>(plain(answer), answer::text, null, List.of());
        };
    }

    private String plain(Answer answer) {
        try {
            JsonNode json = mapper.readTree(answer.text());
            return json.isTextual() ? json.textValue() : answer.text();
        } catch (JsonProcessingException e) {
            return answer.text();
        }
    }

    WholeReader.Decoder<String> header(String name) {
        return answer -> {
            AttemptReader.Read<@Nullable Void> body = nothing().decode(answer);
            String value = answer.header(name);
            if (value == null || value.isBlank()) {
                throw BadAnswer.malformed("the header " + name + " is missing");
            }
            return new AttemptReader.Read<>(value, body.text(), body.status(), body.errors());
        };
    }

    <T> WholeReader.Decoder<Page<T>> page(String field, Class<T> type, long asked, @Nullable Long size) {
        Shape<List<T>> shape = many(type);
        return new JsonDecoder<>(
                mapper,
                envelope,
                payload -> {
                    JsonNode around = payload.has(field) ? payload : payload.path("data");
                    JsonNode items = payload.isArray() ? payload : around.path(field);
                    if (!items.isArray()) {
                        throw BadAnswer.malformed("$." + field + " is not an array");
                    }
                    List<T> bound = bind(items, shape);
                    return PageMath.page(frozen(bound), items.size(), around, asked, size);
                },
                () -> new Page<>(List.of(), 0L, asked, null),
                false);
    }

    private static JsonNode due(JsonNode payload) throws BadAnswer {
        if (payload.isMissingNode() || payload.isNull()) {
            throw BadAnswer.malformed("there is no data in it");
        }
        return payload;
    }

    /** Without nulls, which no reference describes and some servers send. */
    private static <T> List<T> frozen(List<T> list) {
        list.removeIf(Objects::isNull);
        return Collections.unmodifiableList(list);
    }

    /** A type that Jackson reads, and the same for the compiler. */
    @SuppressWarnings("UnusedTypeParameter") // it is what the compiler checks by
    private record Shape<T>(JavaType type) {}

    private <T> Shape<T> one(Class<T> type) {
        return new Shape<>(mapper.constructType(type));
    }

    private <T> Shape<List<T>> many(Class<T> type) {
        return new Shape<>(mapper.getTypeFactory().constructCollectionType(ArrayList.class, type));
    }

    private <T> T bind(JsonNode payload, Shape<T> shape) throws BadAnswer {
        try {
            return mapper.treeToValue(payload, shape.type());
        } catch (JsonProcessingException e) {
            throw BadAnswer.malformed(JsonFailure.describe(e));
        }
    }

    @SuppressWarnings("NullAway") // Void has no value but null
    private static Void noValue() {
        return null;
    }
}
