package io.github.multicloudcx.core.error;

/** 400: the server does not accept the request. */
public class BadRequestException extends ApiException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message one line for a person
     * @param answer what the server answered
     * @param context the call it is about
     */
    public BadRequestException(String message, ErrorAnswer answer, ErrorContext context) {
        super(message, answer, context);
    }
}
