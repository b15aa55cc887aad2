package io.github.multicloudcx.grs;

import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.grs.model.Snapshot;

/** Describes a snapshot to take. Immutable: the setters return copies. */
public interface CreateSnapshot {
    /**
     * Sets the comment.
     *
     * @param text not blank
     * @return a copy
     */
    CreateSnapshot comment(String text);

    /**
     * Makes the call. A second execution asks for a second snapshot of that name.
     *
     * @return the call
     */
    Call<Snapshot> call();
}
