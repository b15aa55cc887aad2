package io.github.multicloudcx.core.error;

import org.jspecify.annotations.Nullable;

/**
 * No connection, or one that broke: refused, unknown host, TLS failure, reset. {@link #fate()} tells whether the request had
 * left.
 */
public class ConnectionException extends CxException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message one line for a person
     * @param cause what led to it, or null
     * @param context the call it is about
     */
    public ConnectionException(String message, @Nullable Throwable cause, ErrorContext context) {
        super(message, cause, context);
    }

    @Override
    public boolean temporary() {
        return true;
    }
}
