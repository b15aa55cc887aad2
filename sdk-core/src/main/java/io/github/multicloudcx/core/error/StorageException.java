package io.github.multicloudcx.core.error;

import org.jspecify.annotations.Nullable;

/**
 * A file on this machine could not be read or written: full disk, missing rights, missing directory. What had been
 * downloaded stays beside the target, so that a repeated call continues.
 */
public class StorageException extends CxException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message one line for a person
     * @param cause what led to it, or null
     * @param context the call it is about
     */
    public StorageException(String message, @Nullable Throwable cause, ErrorContext context) {
        super(message, cause, context);
    }
}
