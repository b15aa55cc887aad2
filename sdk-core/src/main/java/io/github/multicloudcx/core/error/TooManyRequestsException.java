package io.github.multicloudcx.core.error;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** 429: too many requests in too short a time. */
public class TooManyRequestsException extends ApiException {
    private static final long serialVersionUID = 1L;

    /** How long the server asks to wait. */
    private final @Nullable Duration retryAfter;

    /**
     * Makes an exception.
     *
     * @param message one line for a person
     * @param retryAfter how long the server asks to wait, or null when it does not say
     * @param answer what the server answered
     * @param context the call it is about
     */
    public TooManyRequestsException(
            String message, @Nullable Duration retryAfter, ErrorAnswer answer, ErrorContext context) {
        super(message, answer, context);
        this.retryAfter = retryAfter;
    }

    /**
     * Returns how long the server asks to wait.
     *
     * @return the wait, reckoned from the moment of the answer, or null when the server did not say
     */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    @Override
    public boolean temporary() {
        return true;
    }
}
