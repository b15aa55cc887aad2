package io.github.multicloudcx.core.internal.http;

import java.io.IOException;
import java.util.regex.Pattern;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Adds the cookies of the session, hides those that the answer sets from the cookie jar of the user, which would send them
 * with requests of other sessions, and marks the request as sent: it is reached only over an open connection, so that
 * refused, unknown host, connect timeout and TLS failure leave the mark unset. It also keeps OkHttp from sending again by
 * itself what was answered 503 with {@code Retry-After: 0}, POST included.
 */
final class WireInterceptor implements Interceptor {
    private static final String HIDDEN = "X-Cx-Hidden-Retry-After";

    /** Zero, which OkHttp obeys at once, and numbers too long for the int that it parses them to. */
    private static final Pattern TAKEN_BY_OKHTTP = Pattern.compile("0+|\\d{10,}");

    private final Watcher watcher;

    WireInterceptor(Watcher watcher) {
        this.watcher = watcher;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Errand errand = watcher.errand(chain.call());
        if (errand == null) {
            return hideWait(chain.proceed(chain.request()));
        }
        errand.leaves();
        return hideWait(errand.hideCookies(chain.proceed(errand.withCookies(chain.request()))));
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

    /** The answer as the server sent it. */
    static Response reveal(Errand errand, Response hidden) {
        Response response = errand.revealCookies(hidden);
        String wait = response.code() == 503 ? response.header(HIDDEN) : null;
        return wait == null
                ? response
                : response.newBuilder()
                        .removeHeader(HIDDEN)
                        .header("Retry-After", wait)
                        .build();
    }
}
