package io.github.multicloudcx.examples.architect;

/** What a flow is like after an update. */
public enum FlowState {
    /** As it was before. */
    AS_BEFORE,
    /** Fully changed. */
    CHANGED,
    /** One cannot tell; the error says what to look at. */
    UNKNOWN
}
