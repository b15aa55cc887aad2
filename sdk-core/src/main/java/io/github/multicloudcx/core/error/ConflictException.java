package io.github.multicloudcx.core.error;

/** 409: it exists already, or was changed in the meantime. */
public class ConflictException extends ApiException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message one line for a person
     * @param answer what the server answered
     * @param context the call it is about
     */
    public ConflictException(String message, ErrorAnswer answer, ErrorContext context) {
        super(message, answer, context);
    }
}
