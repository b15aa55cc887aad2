package io.github.multicloudcx.core.auth;

import java.net.URI;
import java.time.Duration;

/**
 * A request about to be sent, as an {@link Authenticator} sees it.
 *
 * @param method HTTP method
 * @param uri where it goes
 * @param body what it carries
 * @param timeLeft what is left of the time that the call was given
 */
public record OutgoingRequest(String method, URI uri, OutgoingBody body, Duration timeLeft) {
    /** Leaves address and body out, which may hold secrets. */
    @Override
    public String toString() {
        return "OutgoingRequest[method=" + method + "]";
    }
}
