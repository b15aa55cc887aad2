package io.github.multicloudcx.core.internal.http;

import java.util.List;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** What belongs to one request while OkHttp carries it: the cookies of its session, its lane, and whether it left. */
final class Errand {
    private static final String COOKIE = "Cookie";
    private static final String SET_COOKIE = "Set-Cookie";

    private final @Nullable CookieStore cookies;
    private final Lanes.@Nullable Lane lane;
    private volatile boolean sent;
    private volatile List<String> set = List.of();

    /**
     * Made for one attempt.
     *
     * @param cookies the cookies of its session, or null
     * @param lane the lane that it has entered, or null
     */
    Errand(@Nullable CookieStore cookies, Lanes.@Nullable Lane lane) {
        this.cookies = cookies;
        this.lane = lane;
    }

    /** Whether anything may have reached the server. */
    boolean sent() {
        return sent;
    }

    void leaves() {
        sent = true;
        set = List.of();
    }

    /** Is over. */
    void end() {
        if (lane != null) {
            lane.leave();
        }
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

    /** Undoes the hiding above OkHttp, unless an interceptor of the user has put another answer in its place. */
    Response revealCookies(Response answer) {
        if (set.isEmpty() || answer.networkResponse() == null) {
            return answer;
        }
        Response.Builder whole = answer.newBuilder();
        set.forEach(value -> whole.addHeader(SET_COOKIE, value));
        return whole.build();
    }
}
