package io.github.multicloudcx.recording;

import io.github.multicloudcx.core.error.ErrorAnswer;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.core.error.ForbiddenException;

/**
 * The user has none of the roles that the operation is for (403 with statusCode 5): Administrator, Supervisor, Agent. Whoever
 * administers users can mend it.
 */
public class MissingRoleException extends ForbiddenException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message one line for a person
     * @param answer what the server answered
     * @param context the call it is about
     */
    public MissingRoleException(String message, ErrorAnswer answer, ErrorContext context) {
        super(message, Reason.PERMISSION, answer, context);
    }
}
