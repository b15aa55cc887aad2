package io.github.multicloudcx.udm.archive;

import org.jspecify.annotations.Nullable;

/** A part of a split export was given twice. */
public class DuplicatePartException extends ArchiveException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message one line for a person
     * @param cause what led to it, or null
     */
    public DuplicatePartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
