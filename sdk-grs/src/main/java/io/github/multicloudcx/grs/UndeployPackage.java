package io.github.multicloudcx.grs;

import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.grs.model.StartedUndeployment;

/** Describes an undeployment. Immutable: the setters return copies. */
public interface UndeployPackage {
    /**
     * Sets the comments.
     *
     * @param text not blank
     * @return a copy
     */
    UndeployPackage comments(String text);

    /**
     * Makes the call.
     *
     * @return the call
     */
    Call<StartedUndeployment> call();
}
