package io.github.multicloudcx.udm.archive;

import org.jspecify.annotations.Nullable;

/** The archive ends too early: a download was cut off, or the last parts are missing. */
public class TruncatedArchiveException extends ArchiveException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message one line for a person
     * @param cause what led to it, or null
     */
    public TruncatedArchiveException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
