package io.github.multicloudcx.udm.archive;

import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.error.ErrorContext;
import org.jspecify.annotations.Nullable;

/**
 * An export archive cannot be opened or read. The message names the file, and the entry and record where there is one; it
 * holds neither key nor content.
 */
public class ArchiveException extends CxException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message one line for a person
     * @param cause what led to it, or null
     */
    public ArchiveException(String message, @Nullable Throwable cause) {
        super(message, cause, new ErrorContext(Fate.NOT_SENT));
    }
}
