package io.github.multicloudcx.core.error;

import org.jspecify.annotations.Nullable;

/**
 * The calling thread was interrupted, or the client was closed, while the call ran. The interrupt flag of the thread is
 * still set.
 */
public class CallInterruptedException extends CxException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message one line for a person
     * @param cause what led to it, or null
     * @param context the call it is about
     */
    public CallInterruptedException(String message, @Nullable Throwable cause, ErrorContext context) {
        super(message, cause, context);
    }
}
