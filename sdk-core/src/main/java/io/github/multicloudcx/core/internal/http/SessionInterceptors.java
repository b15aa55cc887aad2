package io.github.multicloudcx.core.internal.http;

import java.io.IOException;
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

    /** Adds the cookies of the session; after the cookie jar of the user, whose cookies of other names stay. */
    static final class SessionCookie implements Interceptor {
        @Override
        public Response intercept(Chain chain) throws IOException {
            Request request = chain.request();
            CookieStore cookies = request.tag(CookieStore.class);
            String header = cookies == null ? null : cookies.header(request.url(), request.header("Cookie"));
            return chain.proceed(
                    header == null
                            ? request
                            : request.newBuilder().header("Cookie", header).build());
        }
    }
}
