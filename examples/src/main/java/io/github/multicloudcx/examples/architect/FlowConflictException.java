package io.github.multicloudcx.examples.architect;

import java.util.List;

/** Somebody else has changed the same value; theirs is kept. */
public final class FlowConflictException extends FlowUpdateException {
    private static final long serialVersionUID = 1L;

    /** A line for each value. */
    private final transient List<String> diff;

    FlowConflictException(String flow, List<String> diff) {
        super(
                "Flow \"" + flow + "\" not changed: somebody else has changed the same values; "
                        + String.join("; ", diff),
                FlowState.AS_BEFORE,
                null);
        this.diff = List.copyOf(diff);
    }

    /** A line for each value: what it was, was to be, and is. Values of secrets are masked. */
    public List<String> diff() {
        return diff;
    }
}
