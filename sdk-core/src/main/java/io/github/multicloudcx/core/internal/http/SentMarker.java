package io.github.multicloudcx.core.internal.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Rides on a request and knows whether it left. A network interceptor is reached only over an open connection: refused,
 * unknown host, connect timeout and TLS failure leave the mark unset. It also keeps OkHttp from sending again by itself
 * what was answered 503 with {@code Retry-After: 0}, POST included.
 */
public final class SentMarker {
    private static final String HIDDEN = "X-Cx-Hidden-Retry-After";

    private volatile boolean sent;

    /** Whether anything may have reached the server. */
    public boolean sent() {
        return sent;
    }

    /** The interceptor that sets the mark. */
    public static final class Setter implements Interceptor {
        @Override
        public Response intercept(Chain chain) throws IOException {
            SentMarker marker = chain.request().tag(SentMarker.class);
            if (marker != null) {
                marker.sent = true;
            }
            return hide(chain.proceed(chain.request()));
        }
    }

    private static Response hide(Response response) {
        String wait = response.header("Retry-After");
        return response.code() != 503 || wait == null || !wait.matches("0+")
                ? response
                : response.newBuilder()
                        .removeHeader("Retry-After")
                        .header(HIDDEN, wait)
                        .build();
    }

    /** Undoes the hiding above OkHttp. */
    static Response reveal(Response response) {
        String wait = response.header(HIDDEN);
        return wait == null
                ? response
                : response.newBuilder()
                        .removeHeader(HIDDEN)
                        .header("Retry-After", wait)
                        .build();
    }
}
