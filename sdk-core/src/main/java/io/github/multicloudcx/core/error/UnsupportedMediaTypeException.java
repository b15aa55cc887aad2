package io.github.multicloudcx.core.error;

/** 415: the server does not take bodies of this type. */
public class UnsupportedMediaTypeException extends ApiException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message one line for a person
     * @param answer what the server answered
     * @param context the call it is about
     */
    public UnsupportedMediaTypeException(String message, ErrorAnswer answer, ErrorContext context) {
        super(message, answer, context);
    }
}
