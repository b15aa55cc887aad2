package io.github.multicloudcx.core.internal.envelope;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer that was read to its end.
 *
 * @param status HTTP status
 * @param headers headers
 * @param contentType value of Content-Type, or empty
 * @param body the bytes; empty when there were none
 */
public record Answer(int status, Map<String, List<String>> headers, String contentType, byte[] body) {
    /** Whether there is nothing in it but white space. */
    public boolean empty() {
        return body.length == 0 || text().isBlank();
    }

    public boolean html() {
        return contentType.toLowerCase(Locale.ROOT).contains("html") || startsWith('<');
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

    private boolean startsWith(char c) {
        for (byte b : body) {
            if (b > ' ') {
                return b == c;
            }
        }
        return false;
    }

    public @Nullable String header(String name) {
        List<String> values = headers.get(name);
        return values == null || values.isEmpty() ? null : values.get(0);
    }
}
