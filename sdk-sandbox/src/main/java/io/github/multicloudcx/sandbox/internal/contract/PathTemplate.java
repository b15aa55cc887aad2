package io.github.multicloudcx.sandbox.internal.contract;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A path with placeholders, each of which stands for (a part of) one segment. */
public final class PathTemplate {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]+)}");

    private final String template;
    private final Pattern pattern;
    private final List<String> names = new ArrayList<>();

    public PathTemplate(String template) {
        this.template = template;
        StringBuilder expression = new StringBuilder();
        Matcher placeholder = PLACEHOLDER.matcher(template);
        int end = 0;
        while (placeholder.find()) {
            expression
                    .append(Pattern.quote(template.substring(end, placeholder.start())))
                    .append("([^/]+)");
            names.add(placeholder.group(1));
            end = placeholder.end();
        }
        this.pattern = Pattern.compile(
                expression.append(Pattern.quote(template.substring(end))).toString());
    }

    /** The decoded values of the placeholders, or nothing when the raw path does not match. */
    public Optional<Map<String, String>> match(String rawPath) {
        Matcher matcher = pattern.matcher(rawPath);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            values.put(names.get(i), decode(matcher.group(i + 1)));
        }
        return Optional.of(values);
    }

    /** Fewer placeholders and more fixed text win. */
    int specificity() {
        return PLACEHOLDER.matcher(template).replaceAll("").length() - 1000 * names.size();
    }

    private static String decode(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return segment;
        }
    }

    @Override
    public String toString() {
        return template;
    }
}
