package io.github.multicloudcx.core.error;

/** 401: not signed in, and a fresh token did not help. */
public class UnauthorizedException extends ApiException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message one line for a person
     * @param answer what the server answered
     * @param context the call it is about
     */
    public UnauthorizedException(String message, ErrorAnswer answer, ErrorContext context) {
        super(message, answer, context);
    }
}
