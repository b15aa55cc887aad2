package io.github.multicloudcx.core.internal.http;

import java.util.List;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Rides on one request through OkHttp: what it asks for that OkHttp only knows per client (cookies of a session, and
 * patience), and whether it left.
 */
public final class RequestTag {
    private static final String COOKIE = "Cookie";
    private static final String SET_COOKIE = "Set-Cookie";

    private final @Nullable CookieStore cookies;
    private final boolean longPoll;
    private volatile boolean sent;
    private List<String> set = List.of();

    /**
     * Made for one attempt.
     *
     * @param cookies the cookies of its session, or null
     * @param longPoll whether the server holds the answer back, so that only the deadline of the call ends it
     */
    public RequestTag(@Nullable CookieStore cookies, boolean longPoll) {
        this.cookies = cookies;
        this.longPoll = longPoll;
    }

    static @Nullable RequestTag of(Request request) {
        return request.tag(RequestTag.class);
    }

    /** Whether anything may have reached the server. */
    public boolean sent() {
        return sent;
    }

    void leaves() {
        sent = true;
    }

    boolean longPoll() {
        return longPoll;
    }

    /** The request with the cookies of its session; those of other names that it has already stay. */
    Request withCookies(Request request) {
        if (cookies == null) {
            return request;
        }
        String others = request.header(COOKIE);
        String header = cookies.header(request.url(), others);
        return header == null || header.equals(others)
                ? request
                : request.newBuilder().header(COOKIE, header).build();
    }

    /** Keeps what an answer sets in the session out of sight of the cookie jar of the user. */
    Response hideCookies(Response answer) {
        if (cookies == null) {
            return answer;
        }
        set = answer.headers().values(SET_COOKIE);
        return set.isEmpty()
                ? answer
                : answer.newBuilder().removeHeader(SET_COOKIE).build();
    }

    /** Undoes the hiding above the jar. */
    Response revealCookies(Response answer) {
        if (set.isEmpty()) {
            return answer;
        }
        Response.Builder whole = answer.newBuilder();
        set.forEach(value -> whole.addHeader(SET_COOKIE, value));
        return whole.build();
    }
}
