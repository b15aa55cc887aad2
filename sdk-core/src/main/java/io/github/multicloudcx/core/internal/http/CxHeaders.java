package io.github.multicloudcx.core.internal.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import okhttp3.Headers;

/** Names and values of the headers that the SDK itself sends. */
public final class CxHeaders {
    public static final String API_KEY = "x-api-key";
    public static final String TRACE = "X-B3-TraceId";
    public static final String AUTHORIZATION = "Authorization";

    private static final Set<String> RESERVED = Set.of(
            "authorization",
            "proxy-authorization",
            "x-api-key",
            "cookie",
            "x-b3-traceid",
            "host",
            "content-length",
            "transfer-encoding",
            "connection");

    private CxHeaders() {}

    /** Whether the header is the SDK's own business. */
    public static boolean reserved(String name) {
        return RESERVED.contains(name.toLowerCase(Locale.ROOT));
    }

    /** 16 lower-case hexadecimal digits, never all zero. */
    public static String traceId(RandomGenerator random) {
        long id = random.nextLong();
        return HexFormat.of().toHexDigits(id == 0 ? 1 : id);
    }

    /** A map whose names compare without regard to case. */
    public static Map<String, List<String>> map(Headers headers) {
        TreeMap<String, List<String>> map = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 0; i < headers.size(); i++) {
            map.computeIfAbsent(headers.name(i).toLowerCase(Locale.ROOT), name -> new ArrayList<>(1))
                    .add(headers.value(i));
        }
        return Collections.unmodifiableMap(map);
    }
}
