package io.github.multicloudcx.grs;

import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.grs.model.StartedDeployment;
import java.time.Instant;

/** Describes a deployment. Immutable: the setters return copies. */
public interface DeployPackage {
    /**
     * Deploys a snapshot. Without it the server deploys the package as it is then, which it calls {@code LATEST}.
     *
     * @param name name of the snapshot, or {@code LATEST}; the server refuses one that it does not know
     * @return a copy
     * @throws IllegalArgumentException when the name is blank
     */
    DeployPackage snapshot(String name);

    /**
     * Sets the comments.
     *
     * @param text not blank
     * @return a copy
     */
    DeployPackage comments(String text);

    /**
     * Deploys later. Without it the server deploys at once.
     *
     * @param time a time to come by the clock of the server, which refuses others; sent in milliseconds
     * @return a copy
     */
    DeployPackage scheduledAt(Instant time);

    /**
     * Makes the call.
     *
     * @return the call
     */
    Call<StartedDeployment> call();
}
