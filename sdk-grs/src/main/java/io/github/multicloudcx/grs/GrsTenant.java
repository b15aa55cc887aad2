package io.github.multicloudcx.grs;

import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.grs.model.DeployTarget;
import java.util.List;

/** A tenant of the Rules System. */
public interface GrsTenant {
    /**
     * Lists the engines and clusters that rule packages can be deployed to; see "deploytargets".
     *
     * @return the call
     */
    Call<List<DeployTarget>> deployTargets();

    /**
     * Returns the calls for a rule package.
     *
     * @param packageId id of the rule package
     * @return its snapshots and deployments
     * @throws IllegalArgumentException when the id is blank
     */
    RulePackage rulePackage(String packageId);
}
