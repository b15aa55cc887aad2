package io.github.multicloudcx.core.internal.pipeline;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.error.ApiException;
import io.github.multicloudcx.core.error.CallInterruptedException;
import io.github.multicloudcx.core.error.ConnectionException;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.error.DecodeException;
import io.github.multicloudcx.core.error.ErrorAnswer;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.core.internal.json.ItemSource;
import io.github.multicloudcx.core.internal.json.JsonFailure;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The items of an answer that is still arriving. */
final class OpenItems<T> implements ItemSource<T> {
    private final Exchange exchange;
    private final JsonParser parser;
    private final ObjectReader reader;
    private final FailureMaker failures;
    private final @Nullable String field;
    private @Nullable Long total;
    private long read;
    private boolean ended;

    OpenItems(
            Exchange exchange,
            JsonParser parser,
            ObjectReader reader,
            @Nullable String field,
            @Nullable Long total,
            FailureMaker failures) {
        this.exchange = exchange;
        this.parser = parser;
        this.reader = reader.without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        this.field = field;
        this.total = total;
        this.failures = failures;
    }

    /** No items at all, for an answer without a body. */
    static <T> ItemSource<T> empty() {
        return new ItemSource<>() {
            @Override
            public @Nullable T next() {
                return null;
            }

            @Override
            public long read() {
                return 0;
            }

            @Override
            public Long total() {
                return 0L;
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public @Nullable T next() {
        if (ended) {
            return null;
        }
        exchange.bodyReadHere();
        try {
            T item = item();
            if (item == null) {
                close();
            } else {
                read++;
            }
            return item;
        } catch (IOException e) {
            close();
            throw failures.make(e, exchange, (field == null ? "$" : "$." + field) + "[" + read + "]", read);
        }
    }

    private @Nullable T item() throws IOException {
        JsonToken token = parser.nextToken();
        while (token == JsonToken.VALUE_NULL) {
            read++;
            token = parser.nextToken();
        }
        if (token == null) {
            throw new JsonEOFException(parser, null, "the list is cut off");
        }
        if (token == JsonToken.END_ARRAY) {
            readTail();
            return null;
        }
        return reader.readValue(parser);
    }

    /** What follows the array: the count or a status may; when nothing does, the answer was cut off. */
    private void readTail() throws IOException {
        while (field != null && !objectEnds()) {
            if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT && "count".equals(parser.currentName())) {
                total = parser.getLongValue();
            }
            if (ItemStatus.at(parser)) {
                ItemStatus refusal =
                        ItemStatus.refusal(parser, reader, failures.spec().envelope());
                if (refusal != null) {
                    close();
                    throw failures.refused(refusal, exchange, read);
                }
            } else {
                parser.skipChildren();
            }
        }
    }

    /** Moves on; whether that was the end of everything around the list. */
    private boolean objectEnds() throws IOException {
        if (parser.nextToken() == null) {
            throw new JsonEOFException(parser, null, "the object around the list is cut off");
        }
        return parser.getParsingContext().inRoot();
    }

    @Override
    public long read() {
        return read;
    }

    @Override
    public @Nullable Long total() {
        return total;
    }

    @Override
    public void close() {
        ended = true;
        exchange.close();
    }

    /** Makes the exception in which the reading of a list ends. */
    record FailureMaker(Spec spec, Engine engine) {
        CxException make(IOException e, Exchange exchange, String element, long read) {
            ErrorContext context = context(exchange);
            String place = place(exchange, read);
            if (Thread.currentThread().isInterrupted() || engine.transport().closed()) {
                return new CallInterruptedException("Interrupted" + place, e, context);
            }
            if (e instanceof JsonProcessingException json) {
                return new DecodeException(
                        "Answer not as documented: " + JsonFailure.describe(json, element) + place, null, context);
            }
            return new ConnectionException("Connection broken" + place, e, context);
        }

        /** An error that the server noticed only after it had written items. */
        CxException refused(ItemStatus status, Exchange exchange, long read) {
            Failure.Refusal refusal = new RefusalReader(engine).underSuccess(exchange, status.problem(), status.body());
            ErrorAnswer answer = new Answers(engine.redactor()).of(refusal);
            String said = answer.message() == null ? "" : ": " + answer.message();
            String code = answer.code() == null ? "" : " (code " + answer.code() + ")";
            return new ApiException(
                    "The server says that the list is not complete" + said + code + place(exchange, read),
                    answer,
                    context(exchange));
        }

        private ErrorContext context(Exchange exchange) {
            return new ErrorContext(spec.method(), spec.template(), trace(exchange), Fate.UNKNOWN, List.of());
        }

        private String place(Exchange exchange, long read) {
            return " while reading the list of " + spec.method() + " " + spec.template() + "; " + read
                    + " items were read, trace " + trace(exchange);
        }

        private static @Nullable String trace(Exchange exchange) {
            return exchange.response().request().header("X-B3-TraceId");
        }
    }
}
