package io.github.multicloudcx.nexus.webhook;

import io.github.multicloudcx.core.internal.check.Require;

/**
 * Medium of an interaction; other values than the constants are read as they are.
 *
 * @param value as it is written
 */
public record MediaType(String value) {
    /** A chat. */
    public static final MediaType CHAT = new MediaType("chat");

    /** A secure email. */
    public static final MediaType EMAIL = new MediaType("email");

    /**
     * Checks.
     *
     * @param value as it is written
     */
    public MediaType {
        Require.text(value, "mediaType");
    }

    @Override
    public String toString() {
        return value;
    }
}
