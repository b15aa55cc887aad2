package io.github.multicloudcx.udm.archive;

import org.jspecify.annotations.Nullable;

/** An entry of the archive has a name that leads out of any directory it is extracted to. */
public class UnsafeEntryException extends ArchiveException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message one line for a person
     * @param cause what led to it, or null
     */
    public UnsafeEntryException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
