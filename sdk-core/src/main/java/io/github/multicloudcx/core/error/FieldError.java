package io.github.multicloudcx.core.error;

import org.jspecify.annotations.Nullable;

/**
 * One field that the server did not accept.
 *
 * @param code code of the error, always as text, or null
 * @param field name of the field, or null when the error is about none
 * @param message what the server said, or null
 */
public record FieldError(
        @Nullable String code,
        @Nullable String field,
        @Nullable String message) {}
