package io.github.multicloudcx.examples.architect;

/** Looks at a flow after it was changed. */
@FunctionalInterface
public interface FlowCheck {
    /**
     * Looks. What it throws takes the change back.
     *
     * @param before the flow before the change
     * @param after the flow after it
     */
    void accept(KnownFlow before, KnownFlow after);
}
