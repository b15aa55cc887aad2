package io.github.multicloudcx.core.error;

import org.jspecify.annotations.Nullable;

/**
 * The time that the call or one attempt was given is over. {@link #fate()} tells whether the request had left.
 */
public class CallTimeoutException extends CxException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message one line for a person
     * @param cause what led to it, or null
     * @param context the call it is about
     */
    public CallTimeoutException(String message, @Nullable Throwable cause, ErrorContext context) {
        super(message, cause, context);
    }

    @Override
    public boolean temporary() {
        return true;
    }
}
