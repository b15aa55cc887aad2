package io.github.multicloudcx.udm.export;

import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.error.ErrorContext;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * An {@link ExportRun} cannot go on from what its state file says: the file is of another export, it cannot be read,
 * another process is at it, or it cannot be told whether an earlier run created the job. Nothing was sent that changes
 * anything.
 */
public class ExportStateException extends CxException {
    private static final long serialVersionUID = 1L;

    /** The state file, as text because not every path can be serialized. */
    private final String stateFile;

    /**
     * Makes an exception.
     *
     * @param message one line for a person
     * @param cause what led to it, or null
     * @param stateFile the state file
     */
    public ExportStateException(String message, @Nullable Throwable cause, Path stateFile) {
        super(message, cause, new ErrorContext(Fate.NOT_SENT));
        this.stateFile = stateFile.toString();
    }

    /**
     * Returns the state file.
     *
     * @return where it is
     */
    public Path stateFile() {
        return Path.of(stateFile);
    }
}
