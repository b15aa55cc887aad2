package io.github.multicloudcx.sandbox.internal.http;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A request as it came over the wire. */
public final class Exchange {
    private static final String BEARER = "Bearer ";

    private final Origin origin;
    private final String method;
    private final String path;
    private final @Nullable String query;
    private final Headers headers;
    private final byte[] body;

    public Exchange(Origin origin, String method, String path, @Nullable String query, Headers headers, byte[] body) {
        this.origin = origin;
        this.method = method;
        this.path = path;
        this.query = query;
        this.headers = headers;
        this.body = body;
    }

    public Origin origin() {
        return origin;
    }

    public String method() {
        return method;
    }

    public String path() {
        return path;
    }

    public @Nullable String query() {
        return query;
    }

    public Headers headers() {
        return headers;
    }

    public byte[] body() {
        return body;
    }

    public String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The token of the Bearer header; empty when there is none. */
    public String bearerToken() {
        String header = headers.firstOr("Authorization", "");
        boolean bearer = header.regionMatches(true, 0, BEARER, 0, BEARER.length());
        return bearer ? header.substring(BEARER.length()).strip() : "";
    }

    /** The media type of the body in lower case, without parameters; empty when there is none. */
    public String contentType() {
        return MediaTypes.bare(headers.firstOr("Content-Type", ""));
    }
}
