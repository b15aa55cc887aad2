package io.github.multicloudcx.core.auth;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A request about to be sent, as an {@link Authenticator} sees it.
 *
 * @param method HTTP method
 * @param uri where it goes
 * @param body the exact bytes of the body, an empty array when it has none, or null when it is streamed
 * @param timeLeft what is left of the time that the call was given
 */
public record OutgoingRequest(String method, URI uri, byte @Nullable [] body, Duration timeLeft) {
    /** Leaves address and body out, which may hold secrets. */
    @Override
    public String toString() {
        return "OutgoingRequest[method=" + method + "]";
    }
}
