package io.github.multicloudcx.udm.archive;

import org.jspecify.annotations.Nullable;

/** The archive holds more than the {@link ArchiveLimits} allow. The message names the limit and how to raise it. */
public class ArchiveLimitException extends ArchiveException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message one line for a person
     * @param cause what led to it, or null
     */
    public ArchiveLimitException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
