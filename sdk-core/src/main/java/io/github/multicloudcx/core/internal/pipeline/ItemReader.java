package io.github.multicloudcx.core.internal.pipeline;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.multicloudcx.core.internal.json.ItemSource;
import io.github.multicloudcx.core.internal.json.JsonFailure;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Opens a list for reading item by item. It insists on the array: Jackson's own iterator would take an error envelope
 * under HTTP 200 for one empty item.
 */
final class ItemReader<T> implements AttemptReader<ItemSource<T>> {
    private static final int NO_CONTENT = 204;

    private final Engine engine;
    private final Spec spec;
    private final String field;
    private final Class<T> type;

    ItemReader(Engine engine, Spec spec, String field, Class<T> type) {
        this.engine = engine;
        this.spec = spec;
        this.field = field;
        this.type = type;
    }

    @Override
    public Read<ItemSource<T>> read(Exchange exchange) throws IOException, BadAnswer {
        if (exchange.source().exhausted()) {
            return new Read<>(nothing(exchange), null, null, List.of());
        }
        if (exchange.header("Content-Type").contains("html")) {
            throw BadAnswer.malformed("an HTML page where a list was due; check the base URL");
        }
        try {
            return new Read<>(open(exchange), null, null, List.of());
        } catch (JsonProcessingException e) {
            throw BadAnswer.malformed(JsonFailure.describe(e));
        }
    }

    private ItemSource<T> open(Exchange exchange) throws IOException, BadAnswer {
        ObjectMapper mapper = engine.mapper();
        JsonParser parser = mapper.createParser(exchange.source().inputStream());
        JsonToken first = parser.nextToken();
        Long total = null;
        if (first == null) {
            return nothing(exchange);
        }
        if (first == JsonToken.START_OBJECT) {
            total = seekArray(parser, mapper);
        } else if (first != JsonToken.START_ARRAY) {
            throw BadAnswer.malformed("$ is neither an object nor an array");
        }
        exchange.bodyReadHere();
        return new OpenItems<>(
                exchange,
                parser,
                mapper.readerFor(type),
                first == JsonToken.START_OBJECT ? field : null,
                total,
                new OpenItems.FailureMaker(spec, engine));
    }

    /** Nothing at all is an empty list only where the status says so. */
    private static <T> ItemSource<T> nothing(Exchange exchange) throws BadAnswer {
        exchange.close();
        if (exchange.status() != NO_CONTENT) {
            throw BadAnswer.malformed("status " + exchange.status() + " without a body where a list was due");
        }
        return OpenItems.empty();
    }

    /**
     * Stops at the array, which may stand one level deeper in {@code data}; what comes before it is the count, or an
     * envelope that says no.
     */
    private @Nullable Long seekArray(JsonParser parser, ObjectMapper mapper) throws IOException, BadAnswer {
        Long total = null;
        while (parser.nextToken() != null && !parser.getParsingContext().inRoot()) {
            String name = parser.currentName();
            JsonToken value = parser.currentToken() == JsonToken.FIELD_NAME ? parser.nextToken() : null;
            if (value == JsonToken.START_ARRAY && field.equals(name)) {
                return total;
            }
            if (value == JsonToken.VALUE_NUMBER_INT && "count".equals(name)) {
                total = parser.getLongValue();
            } else if (ItemStatus.at(parser)) {
                refuse(ItemStatus.refusal(parser, mapper.reader(), spec.envelope()));
            } else if (!dataAt(parser)) {
                parser.skipChildren();
            }
        }
        throw BadAnswer.malformed("$." + field + " is not an array");
    }

    /** Where an envelope begins that is not due; its fields are read like those around it. */
    private static boolean dataAt(JsonParser parser) throws IOException {
        return parser.currentToken() == JsonToken.START_OBJECT
                && "data".equals(parser.currentName())
                && parser.getParsingContext().getParent().getParent().inRoot();
    }

    private static void refuse(@Nullable ItemStatus refusal) throws BadAnswer {
        if (refusal != null) {
            throw BadAnswer.refused(refusal.problem(), refusal.body());
        }
    }
}
