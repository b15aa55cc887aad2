package io.github.multicloudcx.core.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.CharConversionException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads an answer as a tree in which the payload, where it stands in its usual place, is a model already: no tree is made
 * of a long list only to be read once more.
 *
 * @param trees reads what stands around it
 * @param models reads the payload, or null when all is to be a tree
 * @param begin the token with which a payload begins that is read at once
 * @param fields names of the fields in which it may stand
 */
public record PayloadTree(ObjectReader trees, @Nullable ObjectReader models, JsonToken begin, List<String> fields) {
    /** What stands around a payload has few fields. */
    private static final int FEW = 8;

    /** Everything is a tree. */
    public static PayloadTree plain(ObjectReader trees) {
        return new PayloadTree(trees, null, JsonToken.NOT_AVAILABLE, List.of());
    }

    /** What was read at once, in its place in the tree: a value, or why there is none. */
    public record Model(@Nullable Object value, @Nullable JsonProcessingException failure) {}

    /** More than one value. */
    public static final class Trailing extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Reads to the end. */
    public JsonNode read(JsonParser parser) throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            return MissingNode.getInstance();
        }
        JsonNode all = first == JsonToken.START_OBJECT
                ? object(parser, fields)
                : value(parser, begin == JsonToken.START_ARRAY);
        if (parser.nextToken() != null) {
            throw new Trailing();
        }
        return all;
    }

    private ObjectNode object(JsonParser parser, List<String> payload) throws IOException {
        ObjectNode object = new ObjectNode(JsonNodeFactory.instance, new LinkedHashMap<>(FEW));
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            var unused = parser.nextToken();
            object.set(name, value(parser, payload.contains(name)));
        }
        return object;
    }

    private JsonNode value(JsonParser parser, boolean payload) throws IOException {
        return payload && models != null && parser.currentToken() == begin
                ? JsonNodeFactory.instance.pojoNode(model(parser, models))
                : tree(parser);
    }

    /** By hand what is small, for which Jackson would make a context of its own each time. */
    private JsonNode tree(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, List.of());
            case VALUE_STRING -> JsonNodeFactory.instance.textNode(parser.getText());
            case VALUE_NULL -> JsonNodeFactory.instance.nullNode();
            case VALUE_NUMBER_INT ->
                parser.getNumberType() == JsonParser.NumberType.INT
                        ? JsonNodeFactory.instance.numberNode(parser.getIntValue())
                        : trees.readTree(parser);
            default -> trees.readTree(parser);
        };
    }

    /** What cannot be a model does not hide what stands behind it, which may say that the server refused. */
    private static Model model(JsonParser parser, ObjectReader models) throws IOException {
        JsonStreamContext around = parser.getParsingContext().getParent();
        try {
            return new Model(models.readValue(parser), null);
        } catch (JsonMappingException e) {
            throwUnlessMapping(e);
            while (parser.getParsingContext() != around) {
                var unused = parser.nextToken();
            }
            return new Model(null, e);
        }
    }

    /** Jackson wraps what goes wrong inside a list, bad JSON and bad characters included; nothing can be read behind them. */
    private static void throwUnlessMapping(JsonMappingException e) throws IOException {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            boolean mapping = cause instanceof JsonMappingException || cause instanceof InputCoercionException;
            if ((cause instanceof JsonProcessingException && !mapping) || cause instanceof CharConversionException) {
                throw (IOException) cause;
            }
        }
    }
}
