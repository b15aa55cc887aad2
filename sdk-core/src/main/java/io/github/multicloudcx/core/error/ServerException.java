package io.github.multicloudcx.core.error;

/** 5xx: the server failed. */
public class ServerException extends ApiException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message one line for a person
     * @param answer what the server answered
     * @param context the call it is about
     */
    public ServerException(String message, ErrorAnswer answer, ErrorContext context) {
        super(message, answer, context);
    }

    @Override
    public boolean temporary() {
        return true;
    }
}
