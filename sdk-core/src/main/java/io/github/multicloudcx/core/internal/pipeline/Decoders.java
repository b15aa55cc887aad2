package io.github.multicloudcx.core.internal.pipeline;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.POJONode;
import io.github.multicloudcx.core.Envelope;
import io.github.multicloudcx.core.Page;
import io.github.multicloudcx.core.WithErrors;
import io.github.multicloudcx.core.internal.envelope.Answer;
import io.github.multicloudcx.core.internal.envelope.EnvelopeReader;
import io.github.multicloudcx.core.internal.json.JsonFailure;
import io.github.multicloudcx.core.internal.json.Models;
import io.github.multicloudcx.core.internal.json.PayloadTree;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The decoders behind the {@code returning...} methods. */
final class Decoders {
    private final Models models;
    private final EnvelopeReader envelope;

    Decoders(Models models, Envelope envelope) {
        this.models = models;
        this.envelope = EnvelopeReader.of(envelope);
    }

    <T> WholeReader.Decoder<T> value(Class<T> type) {
        Shape<T> shape = one(type);
        return new JsonDecoder<>(
                tree(shape, JsonToken.START_OBJECT, envelope.payloadFields()),
                envelope,
                payload -> bind(due(payload), shape),
                null,
                false);
    }

    /** The same, together with the errors of a bulk request. */
    <T> WholeReader.Decoder<WithErrors<T>> withErrors(Class<T> type) {
        WholeReader.Decoder<T> decoder = value(type);
        return answer -> {
            AttemptReader.Read<T> read = decoder.decode(answer);
            return new AttemptReader.Read<>(
                    new WithErrors<>(read.value(), read.errors()), read.text(), read.status(), read.errors());
        };
    }

    <T> WholeReader.Decoder<List<T>> list(Class<T> type) {
        Shape<List<T>> shape = many(type);
        return new JsonDecoder<>(
                tree(shape, JsonToken.START_ARRAY, envelope.payloadFields()),
                envelope,
                payload -> frozen(bind(due(payload), shape)),
                List::of,
                false);
    }

    /** An array, alone or in a field of one of these names. */
    <T> WholeReader.Decoder<List<T>> list(Class<T> type, List<String> wrappers) {
        Shape<List<T>> shape = many(type);
        return new JsonDecoder<>(
                tree(shape, JsonToken.START_ARRAY, wrappers),
                envelope,
                payload -> {
                    JsonNode items = array(payload) ? payload : wrapped(payload, wrappers);
                    return items.isNull() ? List.of() : frozen(bind(items, shape));
                },
                List::of,
                false);
    }

    private static JsonNode wrapped(JsonNode payload, List<String> wrappers) throws BadAnswer {
        for (String name : wrappers) {
            JsonNode items = payload.path(name);
            if (array(items) || items.isNull()) {
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
                plain(),
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
        return new JsonDecoder<>(plain(), envelope, payload -> payload, MissingNode::getInstance, true);
    }

    WholeReader.Decoder<@Nullable Void> nothing() {
        return new JsonDecoder<>(plain(), envelope, payload -> noValue(), Decoders::noValue, true);
    }

    /** A JSON text, or whatever else stands there as it is. */
    WholeReader.Decoder<String> text() {
        return new WholeReader.Decoder<>() {
            @Override
            public AttemptReader.Read<String> decode(Answer answer) throws IOException, BadAnswer {
                if (answer.html()) {
                    throw BadAnswer.malformed(answer.kind() + " where a text was due; check the base URL");
                }
                answer.body().readToTheEnd();
                String text = answer.text();
                return new AttemptReader.Read<>(content(text), () -> text, null, List.of());
            }

            @Override
            public boolean readsText() {
                return true;
            }
        };
    }

    private String content(String text) {
        try (JsonParser parser = models.trees().createParser(text)) {
            JsonNode json = plain().read(parser);
            return json.isTextual() ? json.textValue() : text;
        } catch (IOException e) {
            return text;
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
                tree(shape, JsonToken.START_ARRAY, List.of(field)),
                envelope,
                payload -> {
                    JsonNode around = payload.has(field) ? payload : payload.path("data");
                    JsonNode items = array(payload) ? payload : around.path(field);
                    if (!array(items)) {
                        throw BadAnswer.malformed("$." + field + " is not an array");
                    }
                    List<T> bound = bind(items, shape);
                    long elements = bound.size();
                    return PageMath.page(frozen(bound), elements, around, asked, size);
                },
                () -> new Page<>(List.of(), 0L, asked, null),
                false);
    }

    private PayloadTree tree(Shape<?> shape, JsonToken begin, List<String> fields) {
        return new PayloadTree(models.trees(), shape.reader(), begin, fields);
    }

    private PayloadTree plain() {
        return PayloadTree.plain(models.trees());
    }

    /** Whether it is one, read already or not. */
    private static boolean array(JsonNode node) {
        return node.isArray() || node.isPojo();
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
    private record Shape<T>(ObjectReader reader) {}

    private <T> Shape<T> one(Class<T> type) {
        return new Shape<>(models.single(type));
    }

    private <T> Shape<List<T>> many(Class<T> type) {
        return new Shape<>(models.list(type));
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // the reader of the shape has read it
    private static <T> T bind(JsonNode payload, Shape<T> shape) throws BadAnswer {
        try {
            if (payload instanceof POJONode node && node.getPojo() instanceof PayloadTree.Model model) {
                if (model.failure() != null) {
                    throw model.failure();
                }
                return (T) model.value();
            }
            return shape.reader().readValue(payload);
        } catch (JsonProcessingException e) {
            throw BadAnswer.malformed(JsonFailure.describe(e));
        } catch (IOException e) {
            throw BadAnswer.malformed("$ is not what the model expects");
        }
    }

    @SuppressWarnings("NullAway") // Void has no value but null
    private static Void noValue() {
        return null;
    }
}
