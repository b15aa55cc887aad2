package io.github.multicloudcx.examples.architect;

import org.jspecify.annotations.Nullable;

/** What an audit log tells of an update. Each update ends with one event that has a {@link #state()}. */
public enum AuditEvent {
    /** A change is about to be sent; without a later event of the same update, nobody knows what became of it. */
    CHANGING(null),
    /** A change is about to be taken back; the same holds. */
    ROLLING_BACK(null),
    /** The flow is changed. */
    CHANGED(FlowState.CHANGED),
    /** There was nothing to change. */
    UNCHANGED(FlowState.AS_BEFORE),
    /** The flow was not changed. */
    REFUSED(FlowState.AS_BEFORE),
    /** The flow was changed, and is as before again. */
    ROLLED_BACK(FlowState.AS_BEFORE),
    /** The flow was changed, and could not be made as before. */
    ROLL_BACK_FAILED(FlowState.UNKNOWN),
    /** An answer was lost, and the flow could not be looked at. */
    STATE_UNKNOWN(FlowState.UNKNOWN),
    /** Caches were asked to reload. */
    RELOADED(null),
    /** They could not be asked; the change stays. */
    RELOAD_FAILED(null),
    /** The webhook was told. */
    NOTIFIED(null),
    /** It could not be told; the change stays. */
    NOTIFICATION_FAILED(null);

    private final @Nullable FlowState state;

    AuditEvent(@Nullable FlowState state) {
        this.state = state;
    }

    /** What the flow is like after the update, or null when the event does not end it. */
    public @Nullable FlowState state() {
        return state;
    }
}
