package io.github.multicloudcx.statistics.live;

import io.github.multicloudcx.core.ResponseStatus;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.statistics.model.Statistic;
import java.util.List;

/** A subscription was refused because the server did not open some of its statistics. */
public class UnknownStatisticException extends CxException {
    private static final long serialVersionUID = 1L;

    private final transient List<Statistic> missing;
    private final transient List<ResponseStatus> errors;

    /**
     * Describes the failure.
     *
     * @param message one line
     * @param missing which statistics were not opened
     * @param errors what the server said about them
     * @param context of the request
     */
    public UnknownStatisticException(
            String message, List<Statistic> missing, List<ResponseStatus> errors, ErrorContext context) {
        super(message, null, context);
        this.missing = List.copyOf(missing);
        this.errors = List.copyOf(errors);
    }

    /**
     * Returns which statistics were not opened.
     *
     * @return the statistics; empty after serialization
     */
    public List<Statistic> missing() {
        return missing == null ? List.of() : missing;
    }

    /**
     * Returns what the server said about them.
     *
     * @return the errors of its answer, which do not name the statistic; empty after serialization
     */
    public List<ResponseStatus> errors() {
        return errors == null ? List.of() : errors;
    }
}
