package io.github.multicloudcx.sandbox.internal.auth;

import org.jspecify.annotations.Nullable;

/**
 * Who an access token speaks for.
 *
 * @param clientId the client application
 * @param username the user, null when the client speaks for itself
 */
public record Caller(String clientId, @Nullable String username) {
    /** The user, or the client when there is none. */
    public String name() {
        return username == null ? clientId : username;
    }
}
