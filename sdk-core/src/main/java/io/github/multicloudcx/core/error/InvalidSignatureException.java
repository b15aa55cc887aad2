package io.github.multicloudcx.core.error;

import io.github.multicloudcx.core.Fate;

/** A received webhook whose signature is missing, malformed or wrong. Answer it with 401 or 403 and do not read it. */
public class InvalidSignatureException extends CxException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message one line for a person
     */
    public InvalidSignatureException(String message) {
        super(message, null, new ErrorContext(Fate.REJECTED));
    }
}
