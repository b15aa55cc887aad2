package io.github.multicloudcx.udm.archive;

import org.jspecify.annotations.Nullable;

/** The export is encrypted for another key, or the key cannot be used: wrong password, wrong form, or not the key of the certificate. */
public class WrongKeyException extends ArchiveException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message one line for a person
     * @param cause what led to it, or null
     */
    public WrongKeyException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
