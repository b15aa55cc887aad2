package io.github.multicloudcx.core.internal.http;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/** What single requests ask for that OkHttp only knows per client: cookies of a session, and patience. */
public final class SessionInterceptors {
    private SessionInterceptors() {}

    /** The tag of a request whose answer the server holds back; only the deadline of the call ends it. */
    public enum LongPoll {
        YES
    }

    /** Lifts the read timeout of long polls. */
    static final class Patience implements Interceptor {
        @Override
        public Response intercept(Chain chain) throws IOException {
            boolean poll = chain.request().tag(LongPoll.class) != null;
            return (poll ? chain.withReadTimeout(0, TimeUnit.MILLISECONDS) : chain).proceed(chain.request());
        }
    }

    /** What an answer in a session set, while it is out of sight of the cookie jar of the user. */
    private static final class Hidden {
        private static final String NAME = "Set-Cookie";

        private List<String> values = List.of();

        private Response hide(Response answer) {
            values = answer.headers(NAME);
            return values.isEmpty()
                    ? answer
                    : answer.newBuilder().removeHeader(NAME).build();
        }

        private Response reveal(Response answer) {
            if (values.isEmpty()) {
                return answer;
            }
            Response.Builder whole = answer.newBuilder();
            values.forEach(value -> whole.addHeader(NAME, value));
            return whole.build();
        }
    }

    /**
     * Keeps what a session sets out of the cookie jar of the user, which would send it with requests of other sessions.
     * Works together with {@link SessionCookie}, which stands below the jar.
     */
    static final class SetCookies implements Interceptor {
        @Override
        public Response intercept(Chain chain) throws IOException {
            Request request = chain.request();
            if (request.tag(CookieStore.class) == null) {
                return chain.proceed(request);
            }
            Hidden hidden = new Hidden();
            return hidden.reveal(
                    chain.proceed(request.newBuilder().tag(Hidden.class, hidden).build()));
        }
    }

    /** Adds the cookies of the session; after the cookie jar of the user, whose cookies of other names stay. */
    static final class SessionCookie implements Interceptor {
        @Override
        public Response intercept(Chain chain) throws IOException {
            Request request = chain.request();
            CookieStore cookies = request.tag(CookieStore.class);
            String header = cookies == null ? null : cookies.header(request.url(), request.header("Cookie"));
            Response answer = chain.proceed(
                    header == null
                            ? request
                            : request.newBuilder().header("Cookie", header).build());
            Hidden hidden = request.tag(Hidden.class);
            return hidden == null ? answer : hidden.hide(answer);
        }
    }
}
