package io.github.multicloudcx.core.error;

import org.jspecify.annotations.Nullable;

/** No token could be had: wrong credentials, a client without the grant, an expired refresh token, no token endpoint. */
public class AuthenticationException extends CxException {
    private static final long serialVersionUID = 1L;

    /** What the authorization server said. */
    private final @Nullable String oauthError;

    /**
     * Makes an exception.
     *
     * @param message one line for a person
     * @param oauthError value of {@code error} in the answer of the token endpoint, or null when there was none
     * @param cause what led to it, or null
     * @param context the call it is about
     */
    public AuthenticationException(
            String message, @Nullable String oauthError, @Nullable Throwable cause, ErrorContext context) {
        super(message, cause, context);
        this.oauthError = oauthError;
    }

    /**
     * Tells whether a later try may do better without anybody mending anything: the token endpoint could not be reached, was
     * busy, failed, or something in between answered for it.
     *
     * @return false when the server gave its verdict on the credentials
     */
    @Override
    public boolean temporary() {
        return getCause() instanceof CxException cause && cause.temporary();
    }

    /**
     * Returns what the authorization server said, for example {@code invalid_grant} (RFC 6749, section 5.2).
     *
     * @return the error code, or null when the server gave none
     */
    public @Nullable String oauthError() {
        return oauthError;
    }
}
