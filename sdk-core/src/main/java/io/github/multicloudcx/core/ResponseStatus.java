package io.github.multicloudcx.core;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * The status object of an envelope.
 *
 * @param code 0 done, 1 accepted, 2 partly done, or a word such as SUCCESS; always as text, null when absent
 * @param message text for a person, or null
 * @param detail further data of any shape, or null
 */
public record ResponseStatus(
        @Nullable String code,
        @Nullable String message,
        @Nullable JsonNode detail) {
    /**
     * Tells whether the result follows later as a notification.
     *
     * @return true for code 1
     */
    public boolean accepted() {
        return "1".equals(code);
    }

    /**
     * Tells whether a bulk request was done in part only; {@link ApiResponse#errors()} says what was not.
     *
     * @return true for code 2
     */
    public boolean partial() {
        return "2".equals(code);
    }
}
