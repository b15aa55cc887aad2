package io.github.multicloudcx.auth.internal;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The parameters of a callback, wherever they begin. */
final class CallbackParameters {
    private static final Pattern QUERY_ALONE = Pattern.compile("[\\w.-]+=.*");

    private final Map<String, List<String>> values;

    private CallbackParameters(Map<String, List<String>> values) {
        this.values = values;
    }

    /** @throws IllegalArgumentException when a percent sign is not followed by two hex digits */
    static CallbackParameters parse(String callback, URI redirectUri) {
        Map<String, List<String>> values = new HashMap<>();
        for (String part : query(callback, redirectUri.toString()).split("&", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                values.computeIfAbsent(decode(part.substring(0, equals)), name -> new ArrayList<>())
                        .add(decode(part.substring(equals + 1)));
            }
        }
        return new CallbackParameters(values);
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    private static String query(String callback, String redirectUri) {
        int fragment = callback.indexOf('#');
        String text = fragment < 0 ? callback : callback.substring(0, fragment);
        String rest = text.startsWith(redirectUri) ? text.substring(redirectUri.length()) : "";
        if (rest.startsWith("?") || rest.startsWith("&")) {
            return rest.substring(1);
        }
        return QUERY_ALONE.matcher(text).matches() ? text : afterFirst(text);
    }

    /** What follows the question mark, or, as one sample of the reference has it, the ampersand in its place. */
    private static String afterFirst(String text) {
        int mark = text.indexOf('?');
        return text.substring((mark < 0 ? text.indexOf('&') : mark) + 1);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
