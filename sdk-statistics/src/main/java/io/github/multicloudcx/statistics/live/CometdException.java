package io.github.multicloudcx.statistics.live;

import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.error.ErrorContext;
import org.jspecify.annotations.Nullable;

/** The CometD service refused a message, or did not answer in time, although HTTP worked. */
public class CometdException extends CxException {
    private static final long serialVersionUID = 1L;

    /**
     * Describes the failure.
     *
     * @param message one line
     * @param cause what was thrown, or null
     * @param context of the request
     */
    public CometdException(String message, @Nullable Throwable cause, ErrorContext context) {
        super(message, cause, context);
    }
}
