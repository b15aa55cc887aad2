package io.github.multicloudcx.recording;

import io.github.multicloudcx.core.error.ErrorAnswer;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.core.error.ForbiddenException;

/**
 * The user has a role but lacks the recording permission (403 with statusCode 3):
 * {@code RECORDING_PERMISSION_APPLY_NON_DELETE} or {@code RECORDING_PERMISSION_UNAPPLY_NON_DELETE}. Whoever configures
 * recording can mend it, at the person, the agent group or the application IRWS_Cluster.
 */
public class MissingPermissionException extends ForbiddenException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message one line for a person
     * @param answer what the server answered
     * @param context the call it is about
     */
    public MissingPermissionException(String message, ErrorAnswer answer, ErrorContext context) {
        super(message, Reason.PERMISSION, answer, context);
    }
}
