package io.github.multicloudcx.core.update;

import io.github.multicloudcx.core.ApiResponse;
import io.github.multicloudcx.core.internal.check.Require;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link OptimisticUpdate} did.
 *
 * @param <S> what was changed
 * @param before the state that was changed: the newest that was read
 * @param after the state after it; the same as before when there was nothing to change
 * @param changed false when there was nothing to change, or nothing any more
 * @param tries how often a change was sent, those included that others overtook
 * @param answer the answer to the change; null when there was nothing to change, and when the answer was lost and reading
 *     showed that the change had been made
 */
public record Updated<S>(
        S before,
        S after,
        boolean changed,
        int tries,
        @Nullable ApiResponse<S> answer) {
    /**
     * Checks.
     *
     * @param before the state that was changed: the newest that was read
     * @param after the state after it; the same as before when there was nothing to change
     * @param changed false when there was nothing to change
     * @param tries how often a change was sent, those included that others overtook
     * @param answer the answer to the change, or null
     */
    public Updated {
        Require.present(before, "before");
        Require.present(after, "after");
    }

    /** Leaves the states out, which may be long or hold secrets. */
    @Override
    public String toString() {
        return "Updated[changed=" + changed + ", tries=" + tries + ", answered=" + (answer != null) + "]";
    }
}
