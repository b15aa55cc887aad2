package io.github.multicloudcx.grs;

import io.github.multicloudcx.core.error.ErrorAnswer;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.core.error.UnprocessableException;

/**
 * The password has expired or was reset (422 with code 1000). Neither another try nor another login helps, only
 * {@link GrsClient#changePassword}.
 */
public class PasswordChangeRequiredException extends UnprocessableException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message one line for a person
     * @param answer what the server answered
     * @param context the call it is about
     */
    public PasswordChangeRequiredException(String message, ErrorAnswer answer, ErrorContext context) {
        super(message, answer, context);
    }
}
