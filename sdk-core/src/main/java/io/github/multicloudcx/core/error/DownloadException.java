package io.github.multicloudcx.core.error;

import org.jspecify.annotations.Nullable;

/**
 * A download that could not be completed: the link is refused, the file changed, the length does not match. What had
 * been downloaded stays beside the target, so that a repeated call continues.
 */
public class DownloadException extends CxException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message one line for a person
     * @param cause what led to it, or null
     * @param context the call it is about
     */
    public DownloadException(String message, @Nullable Throwable cause, ErrorContext context) {
        super(message, cause, context);
    }
}
