package io.github.multicloudcx.core.internal.pipeline;

import io.github.multicloudcx.core.internal.check.Require;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A path with placeholders. What is filled in is one segment, or a part of one, and can never change the path. */
final class PathTemplate {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}/]+)}");
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private PathTemplate() {}

    /** Checks a template when it is written down. */
    static String check(String template) {
        if (!Require.text(template, "path").startsWith("/")
                || template.indexOf('?') >= 0
                || template.indexOf('#') >= 0) {
            throw new IllegalArgumentException(
                    "path must begin with \"/\" and hold neither \"?\" nor \"#\"; use query(...) for parameters");
        }
        String rest = plain(template) ? "" : PLACEHOLDER.matcher(template).replaceAll("");
        if (rest.indexOf('{') >= 0 || rest.indexOf('}') >= 0) {
            throw new IllegalArgumentException("path " + template + " has a placeholder that is not {name}");
        }
        return template;
    }

    private static boolean plain(String template) {
        return template.indexOf('{') < 0 && template.indexOf('}') < 0;
    }

    /** The encoded path. */
    static String expand(String template, Map<String, String> values) {
        if (values.isEmpty() && plain(template)) {
            return template;
        }
        TreeSet<String> unused = new TreeSet<>(values.keySet());
        StringBuilder path = new StringBuilder();
        Matcher placeholders = PLACEHOLDER.matcher(template);
        while (placeholders.find()) {
            String name = placeholders.group(1);
            String value = value(template, name, values.get(name));
            unused.remove(name);
            placeholders.appendReplacement(path, Matcher.quoteReplacement(encode(value)));
        }
        if (!unused.isEmpty()) {
            throw new IllegalArgumentException("path " + template + " has no placeholder " + unused.first());
        }
        return placeholders.appendTail(path).toString();
    }

    /** The value of a placeholder; a dot segment is none where other characters stand beside it. */
    static String value(String template, String name, @Nullable String value) {
        boolean alone = List.of(template.split("/")).contains("{" + name + "}");
        boolean part = !alone && template.contains("{" + name + "}") && !template.contains("}{");
        return part ? Require.partOfSegment(value, name) : Require.segment(value, name);
    }

    private static String encode(String value) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (UNRESERVED.indexOf(c) >= 0) {
                encoded.append(c);
            } else {
                encoded.append('%').append(hex(b >> 4)).append(hex(b));
            }
        }
        return encoded.toString();
    }

    private static char hex(int nibble) {
        return "0123456789ABCDEF".charAt(nibble & 0xf);
    }
}
