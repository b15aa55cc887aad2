package io.github.multicloudcx.udm.archive;

import org.jspecify.annotations.Nullable;

/** The archive is damaged or was changed, or holds something else than an export. */
public class CorruptArchiveException extends ArchiveException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message one line for a person
     * @param cause what led to it, or null
     */
    public CorruptArchiveException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
