package io.github.multicloudcx.sandbox.internal.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decoded name and value pairs of a query or a form; a name that comes twice keeps its first value. */
public final class Parameters {
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Set<String> repeated = new LinkedHashSet<>();

    /** Reads {@code a=b&c=d}. */
    public static Parameters parse(@Nullable String encoded) {
        Parameters parameters = new Parameters();
        if (encoded == null || encoded.isEmpty()) {
            return parameters;
        }
        for (String pair : encoded.split("&", -1)) {
            if (!pair.isEmpty()) {
                parameters.read(pair);
            }
        }
        return parameters;
    }

    /** The parameters that have one of these names, as a server sees them that ignores all others. */
    public Parameters only(Collection<String> names) {
        Parameters known = new Parameters();
        known.values.putAll(values);
        known.values.keySet().retainAll(names);
        return known;
    }

    private void read(String pair) {
        int equals = pair.indexOf('=');
        String name = decode(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
        if (values.putIfAbsent(name, value) != null) {
            repeated.add(name);
        }
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }

    public @Nullable String get(String name) {
        return values.get(name);
    }

    public String getOr(String name, String other) {
        return values.getOrDefault(name, other);
    }

    public Set<String> names() {
        return values.keySet();
    }

    public Set<String> repeated() {
        return repeated;
    }

    public Map<String, String> asMap() {
        return values;
    }
}
