package io.github.multicloudcx.core.error;

/** 422: the request is well-formed, its content is not accepted. */
public class UnprocessableException extends ApiException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message one line for a person
     * @param answer what the server answered
     * @param context the call it is about
     */
    public UnprocessableException(String message, ErrorAnswer answer, ErrorContext context) {
        super(message, answer, context);
    }
}
