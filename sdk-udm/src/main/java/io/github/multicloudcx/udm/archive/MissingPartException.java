package io.github.multicloudcx.udm.archive;

import org.jspecify.annotations.Nullable;

/** A part of a split export is missing, as the numbers in the names of the files show. */
public class MissingPartException extends ArchiveException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message one line for a person
     * @param cause what led to it, or null
     */
    public MissingPartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
