package io.github.multicloudcx.core.auth;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link Authenticator} adds to one request.
 *
 * @param headers names and values; all of them are treated as secrets
 * @param ticket what the authenticator wants to be shown again when the server refuses, such as the token; or null
 */
public record Authorization(
        Map<String, String> headers, @Nullable Object ticket) {
    /**
     * Checks and copies.
     *
     * @param headers names and values; all of them are treated as secrets
     * @param ticket what the authenticator wants to be shown again when the server refuses, such as the token; or
     *     null
     */
    public Authorization {
        headers = Map.copyOf(headers);
    }

    /** Prints names only. */
    @Override
    public String toString() {
        return "Authorization[headers=" + headers.keySet() + "]";
    }
}
