package io.github.multicloudcx.examples.architect;

import org.jspecify.annotations.Nullable;

/** An update that was not made, or not kept. The message is one line; {@link #state()} tells what the flow is like now. */
public class FlowUpdateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What the flow is like now. */
    private final FlowState state;

    /**
     * Makes an exception.
     *
     * @param message one line for a person
     * @param state what the flow is like now
     * @param cause what led to it, or null
     */
    public FlowUpdateException(String message, FlowState state, @Nullable Throwable cause) {
        super(message, cause);
        this.state = state;
    }

    /** What the flow is like now. */
    public FlowState state() {
        return state;
    }
}
