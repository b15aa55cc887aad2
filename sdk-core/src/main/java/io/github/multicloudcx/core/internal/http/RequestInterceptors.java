package io.github.multicloudcx.core.internal.http;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/** Does what the {@link RequestTag} of a request asks for, above the cookie jar of the user and below it. */
public final class RequestInterceptors {
    private static final String HIDDEN = "X-Cx-Hidden-Retry-After";

    /** Zero, which OkHttp obeys at once, and numbers too long for the int that it parses them to. */
    private static final Pattern TAKEN_BY_OKHTTP = Pattern.compile("0+|\\d{10,}");

    private RequestInterceptors() {}

    /** Lifts the read timeout of long polls, and shows the cookies again that {@link Below} has hidden from the jar. */
    static final class Above implements Interceptor {
        @Override
        public Response intercept(Chain chain) throws IOException {
            RequestTag tag = RequestTag.of(chain.request());
            if (tag == null) {
                return chain.proceed(chain.request());
            }
            Chain patient = tag.longPoll() ? chain.withReadTimeout(0, TimeUnit.MILLISECONDS) : chain;
            return tag.revealCookies(patient.proceed(chain.request()));
        }
    }

    /**
     * Adds the cookies of the session, hides those that the answer sets, and marks the request as sent: it is reached only
     * over an open connection, so that refused, unknown host, connect timeout and TLS failure leave the mark unset. It also
     * keeps OkHttp from sending again by itself what was answered 503 with {@code Retry-After: 0}, POST included.
     */
    public static final class Below implements Interceptor {
        @Override
        public Response intercept(Chain chain) throws IOException {
            Request request = chain.request();
            RequestTag tag = RequestTag.of(request);
            if (tag == null) {
                return hideWait(chain.proceed(request));
            }
            tag.leaves();
            return hideWait(tag.hideCookies(chain.proceed(tag.withCookies(request))));
        }
    }

    private static Response hideWait(Response response) {
        String wait = response.code() == 503 ? response.header("Retry-After") : null;
        return wait == null || !TAKEN_BY_OKHTTP.matcher(wait).matches()
                ? response
                : response.newBuilder()
                        .removeHeader("Retry-After")
                        .header(HIDDEN, wait)
                        .build();
    }

    /** Undoes the hiding above OkHttp. */
    static Response revealWait(Response response) {
        String wait = response.code() == 503 ? response.header(HIDDEN) : null;
        return wait == null
                ? response
                : response.newBuilder()
                        .removeHeader(HIDDEN)
                        .header("Retry-After", wait)
                        .build();
    }
}
