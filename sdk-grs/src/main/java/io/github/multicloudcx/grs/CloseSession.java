package io.github.multicloudcx.grs;

import io.github.multicloudcx.core.Call;
import org.jspecify.annotations.Nullable;

/** Describes a logout. Immutable: the setters return copies. */
public interface CloseSession {
    /**
     * Logs out although the user holds locked resources, which the server refuses otherwise.
     *
     * @return a copy
     */
    CloseSession force();

    /**
     * Makes the call.
     *
     * @return the call
     */
    Call<@Nullable Void> call();
}
