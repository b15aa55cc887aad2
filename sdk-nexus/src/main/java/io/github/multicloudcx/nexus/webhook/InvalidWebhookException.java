package io.github.multicloudcx.nexus.webhook;

import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.error.ErrorContext;

/**
 * A received webhook that is signed as it should be and cannot be read: its body is too large, no UTF-8, no JSON or no
 * object. Answer it with 400; sent again it would be the same.
 */
public class InvalidWebhookException extends CxException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message one line for a person, without content of the body
     */
    public InvalidWebhookException(String message) {
        super(message, null, new ErrorContext(Fate.REJECTED));
    }
}
