package io.github.multicloudcx.sandbox.internal.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A small {@code multipart/form-data} body. */
public final class Multipart {
    private static final Pattern BOUNDARY = Pattern.compile("(?i);\\s*boundary=(?:\"([^\"]+)\"|([^;\\s]+))");
    private static final Pattern NAME = Pattern.compile("(?i);\\s*name=(?:\"([^\"]*)\"|([^;\\s]+))");

    private static final Pattern FILE_NAME = Pattern.compile("(?i);\\s*filename=(?:\"([^\"]*)\"|([^;\\s]+))");
    private static final Pattern CONTENT_TYPE = Pattern.compile("(?im)^Content-Type:\\s*(?:([^\\r\\n]+?)|(.))\\s*$");

    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final Map<String, String> heads = new LinkedHashMap<>();

    private Multipart() {}

    /** The parts by name, or nothing when the body is not well-formed. */
    public static Optional<Multipart> parse(Exchange exchange) {
        Matcher boundary = BOUNDARY.matcher(exchange.headers().firstOr("Content-Type", ""));
        if (!boundary.find()) {
            return Optional.empty();
        }
        // one char per byte: positions in the text are positions in the body
        String body = "\r\n" + new String(exchange.body(), StandardCharsets.ISO_8859_1);
        String[] sections = body.split(Pattern.quote("\r\n--" + group(boundary)), -1);
        if (sections.length < 3 || !sections[sections.length - 1].startsWith("--")) {
            return Optional.empty();
        }
        Multipart multipart = new Multipart();
        for (int i = 1; i < sections.length - 1; i++) {
            if (!multipart.add(sections[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(multipart);
    }

    private boolean add(String section) {
        int end = section.indexOf("\r\n\r\n");
        String head = end < 0 ? "" : new String(bytes(section.substring(0, end)), StandardCharsets.UTF_8);
        Matcher name = NAME.matcher(head);
        if (!name.find()) {
            return false;
        }
        heads.put(group(name), head);
        parts.put(group(name), bytes(section.substring(end + 4)));
        return true;
    }

    private static byte[] bytes(String oneCharPerByte) {
        return oneCharPerByte.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String group(Matcher matcher) {
        return matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    }

    public Map<String, byte[]> parts() {
        return parts;
    }

    /** The file name of a part, or another text. */
    public String fileName(String part, String other) {
        return inHead(FILE_NAME, part, other);
    }

    /** The media type of a part, or another text. */
    public String contentType(String part, String other) {
        return inHead(CONTENT_TYPE, part, other);
    }

    private String inHead(Pattern pattern, String part, String other) {
        Matcher matcher = pattern.matcher(heads.getOrDefault(part, ""));
        return matcher.find() ? group(matcher) : other;
    }
}
