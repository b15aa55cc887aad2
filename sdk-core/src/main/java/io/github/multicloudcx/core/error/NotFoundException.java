package io.github.multicloudcx.core.error;

/** 404: nothing is there under the given identifier. */
public class NotFoundException extends ApiException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message one line for a person
     * @param answer what the server answered
     * @param context the call it is about
     */
    public NotFoundException(String message, ErrorAnswer answer, ErrorContext context) {
        super(message, answer, context);
    }
}
