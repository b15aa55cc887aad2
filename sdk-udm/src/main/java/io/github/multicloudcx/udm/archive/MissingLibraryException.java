package io.github.multicloudcx.udm.archive;

import org.jspecify.annotations.Nullable;

/** Bouncy Castle, which decrypts, is not on the class path. The message names the dependency to add. */
public class MissingLibraryException extends ArchiveException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message one line for a person
     * @param cause what led to it, or null
     */
    public MissingLibraryException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
