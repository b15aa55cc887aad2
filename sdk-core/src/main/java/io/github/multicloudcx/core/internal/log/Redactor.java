package io.github.multicloudcx.core.internal.log;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes secrets out of text: those that it was told, wherever they stand, and those that their place betrays. It runs on
 * errors and TRACE logs only.
 */
public final class Redactor {
    /** What stands in place of a secret. */
    public static final String MASK = "****";

    private static final int MOST_KNOWN = 256;
    private static final int SHORTEST = 4;
    private static final String NAMES = "access_token|refresh_token|id_token|apiToken|token|client_secret|clientSecret"
            + "|secret|appSecret|password|newPassword|oldPassword|authorization|x-api-key|apiKey|assertion"
            + "|subject_token|cookie|signature";
    private static final Pattern NAME = Pattern.compile(NAMES, Pattern.CASE_INSENSITIVE);
    private static final Pattern JSON =
            Pattern.compile("(\"(?:" + NAMES + ")\"\\s*:\\s*\")((?:[^\"\\\\]++|\\\\.)*+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern FORM =
            Pattern.compile("(?<![\\w-])((?:code|" + NAMES + ")=)([^&\\s\"]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern LINK = Pattern.compile("(https?://[^\\s\"'<>?]+\\?)[^\\s\"'<>]+");
    private static final Pattern SCHEME = Pattern.compile("\\b(Bearer|Basic)\\s+[A-Za-z0-9._~+/=-]{4,}");
    private static final Set<String> SECRET_HEADERS = Set.of(
            "authorization",
            "proxy-authorization",
            "x-api-key",
            "cookie",
            "set-cookie",
            "x-gws-user",
            "x-hub-signature",
            "www-authenticate");

    private final Set<String> configured = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> lent = new ConcurrentHashMap<>();
    private final ConcurrentLinkedDeque<String> known = new ConcurrentLinkedDeque<>();

    /** Remembers a secret of the configuration for good. */
    public void keep(String secret) {
        if (secret.length() >= SHORTEST) {
            configured.add(secret);
        }
    }

    /** Remembers a secret; the oldest are forgotten when there are many. */
    public void learn(String secret) {
        if (secret.length() < SHORTEST || configured.contains(secret) || known.contains(secret)) {
            return;
        }
        known.addFirst(secret);
        if (known.size() > MOST_KNOWN) {
            known.pollLast();
        }
    }

    /** Knows further secrets while the work is done, and no longer. */
    public <T> T knowing(Collection<String> secrets, Supplier<T> work) {
        secrets.forEach(secret -> lent.merge(secret, 1, Integer::sum));
        try {
            return work.get();
        } finally {
            secrets.forEach(secret -> lent.computeIfPresent(secret, (key, users) -> users == 1 ? null : users - 1));
        }
    }

    /** The text without secrets. */
    public String text(String text) {
        String clean = masked(text);
        clean = JSON.matcher(clean).replaceAll("$1" + MASK);
        clean = FORM.matcher(clean).replaceAll("$1" + MASK);
        clean = LINK.matcher(clean).replaceAll("$1" + MASK);
        return SCHEME.matcher(clean).replaceAll("$1 " + MASK);
    }

    private String masked(String text) {
        String clean = text;
        for (String secret : longestFirst()) {
            clean = clean.replace(secret, MASK);
        }
        return clean;
    }

    /** A secret that begins with another one must go first, or its rest stays. */
    private List<String> longestFirst() {
        return Stream.of(configured, lent.keySet(), known)
                .flatMap(Collection::stream)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** The same JSON with its texts cleaned. */
    public JsonNode json(JsonNode node) {
        if (node.isTextual()) {
            return TextNode.valueOf(text(node.textValue()));
        }
        if (node.isArray()) {
            ArrayNode clean = JsonNodeFactory.instance.arrayNode(node.size());
            node.forEach(element -> clean.add(json(element)));
            return clean;
        }
        return node.isObject() ? fields(node) : node;
    }

    private ObjectNode fields(JsonNode node) {
        ObjectNode clean = JsonNodeFactory.instance.objectNode();
        node.properties().forEach(field -> {
            boolean secret =
                    field.getValue().isTextual() && NAME.matcher(field.getKey()).matches();
            clean.set(field.getKey(), secret ? TextNode.valueOf(MASK) : json(field.getValue()));
        });
        return clean;
    }

    /** The value of a header without secrets. */
    public String header(String name, String value) {
        if (name.equalsIgnoreCase("location") && value.indexOf('?') >= 0) {
            return text(value.substring(0, value.indexOf('?') + 1)) + MASK;
        }
        return SECRET_HEADERS.contains(name.toLowerCase(Locale.ROOT)) ? MASK : text(value);
    }
}
