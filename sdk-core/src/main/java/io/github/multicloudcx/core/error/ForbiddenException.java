package io.github.multicloudcx.core.error;

/** 403: refused, for the {@linkplain #reason() reason} given. */
public class ForbiddenException extends ApiException {
    private static final long serialVersionUID = 1L;

    /** Why a 403 was given; each reason is mended by somebody else. */
    public enum Reason {
        /** The API gateway does not know the API key. A new token would not help. */
        API_KEY,
        /** Not signed in (status code 603, or a 403 of {@code ping} or {@code userinfo}), even with a fresh token. */
        NOT_SIGNED_IN,
        /** The user lacks a permission or a role. */
        PERMISSION
    }

    /** Why it was refused. */
    private final Reason reason;

    /**
     * Makes an exception.
     *
     * @param message one line for a person
     * @param reason why it was refused
     * @param answer what the server answered
     * @param context the call it is about
     */
    public ForbiddenException(String message, Reason reason, ErrorAnswer answer, ErrorContext context) {
        super(message, answer, context);
        this.reason = reason;
    }

    /**
     * Returns why it was refused.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }
}
