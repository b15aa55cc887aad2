package io.github.multicloudcx.grs.rollout;

import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.error.ErrorContext;

/** A rollout cannot be done as it was asked for. Nothing has been deployed. */
public class RolloutException extends CxException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message one line for a person
     */
    public RolloutException(String message) {
        super(message, null, new ErrorContext(Fate.NOT_SENT));
    }
}
