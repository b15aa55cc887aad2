package io.github.multicloudcx.examples.architect;

import java.util.List;
import java.util.stream.Collectors;

/** The update would not fit the schema; nothing was sent. */
public final class InvalidSettingsException extends FlowUpdateException {
    private static final long serialVersionUID = 1L;

    /** All of them. */
    private final transient List<SchemaViolation> violations;

    InvalidSettingsException(String flow, List<SchemaViolation> violations) {
        super(
                "Flow \"" + flow + "\" not changed, the update does not fit the schema: "
                        + violations.stream().map(SchemaViolation::toString).collect(Collectors.joining("; ")),
                FlowState.AS_BEFORE,
                null);
        this.violations = List.copyOf(violations);
    }

    /** Every violation, in the order of their places. */
    public List<SchemaViolation> violations() {
        return violations;
    }
}
