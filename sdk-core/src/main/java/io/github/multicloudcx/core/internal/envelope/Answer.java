package io.github.multicloudcx.core.internal.envelope;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An answer that was read to its end.
 *
 * @param status HTTP status
 * @param headers finds the first value of a header, or null
 * @param contentType value of Content-Type, or empty
 * @param body the bytes; empty when there were none
 */
public record Answer(int status, Function<String, @Nullable String> headers, String contentType, byte[] body) {
    /** Whether there is nothing in it but white space. */
    public boolean empty() {
        return first() == 0;
    }

    public boolean html() {
        return contentType.toLowerCase(Locale.ROOT).contains("html") || first() == '<';
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The kind of content in words for an error. */
    public String kind() {
        if (html()) {
            return "an HTML page";
        }
        return contentType.isEmpty() ? "content of no stated type" : "content of type " + contentType;
    }

    /** The first byte that is not white space, or 0. */
    private byte first() {
        for (byte b : body) {
            if (b < 0 || b > ' ') {
                return b;
            }
        }
        return 0;
    }

    public @Nullable String header(String name) {
        return headers.apply(name);
    }
}
