package io.github.multicloudcx.core.error;

import org.jspecify.annotations.Nullable;

/**
 * An answer that is not what the reference describes: HTML, truncated or malformed JSON, a field of another type. The
 * message names field and JSON path, never the value.
 */
public class DecodeException extends CxException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message one line for a person
     * @param cause what led to it, or null
     * @param context the call it is about
     */
    public DecodeException(String message, @Nullable Throwable cause, ErrorContext context) {
        super(message, cause, context);
    }

    @Override
    public boolean temporary() {
        return true;
    }
}
