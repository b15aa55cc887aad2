package io.github.multicloudcx.sandbox.internal.server;

import io.github.multicloudcx.sandbox.internal.auth.Caller;
import io.github.multicloudcx.sandbox.internal.http.Exchange;
import io.github.multicloudcx.sandbox.internal.http.Parameters;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that was let in.
 *
 * @param exchange the request
 * @param path decoded path parameters
 * @param query decoded query parameters
 * @param caller who asks, null where no token is needed
 */
public record Invocation(
        Exchange exchange,
        Map<String, String> path,
        Parameters query,
        @Nullable Caller caller) {
    /** A path parameter; the contract says that it is there. */
    public String path(String name) {
        return path.getOrDefault(name, "");
    }

    /** The caller of an operation that asks for a token. */
    public Caller signedIn() {
        if (caller == null) {
            throw new IllegalStateException("The gateway let a request in without a token");
        }
        return caller;
    }
}
