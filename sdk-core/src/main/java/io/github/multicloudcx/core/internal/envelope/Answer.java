package io.github.multicloudcx.core.internal.envelope;

import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An answer with a status of success.
 *
 * @param status HTTP status
 * @param headers finds the first value of a header, or null
 * @param contentType value of Content-Type, or empty
 * @param body what is still to be read
 */
public record Answer(int status, Function<String, @Nullable String> headers, String contentType, AnswerBody body) {
    /** Whether there is nothing in it but white space. */
    public boolean empty() {
        return body.first() == 0;
    }

    public boolean html() {
        return body.first() == '<' || contentType.toLowerCase(Locale.ROOT).contains("html");
    }

    /** The body, or its beginning when it is not kept as a whole. */
    public String text() {
        return body.text();
    }

    /** The kind of content in words for an error. */
    public String kind() {
        if (html()) {
            return "an HTML page";
        }
        return contentType.isEmpty() ? "content of no stated type" : "content of type " + contentType;
    }

    public @Nullable String header(String name) {
        return headers.apply(name);
    }
}
