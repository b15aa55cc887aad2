package io.github.multicloudcx.grs.internal;

import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.grs.UndeployPackage;
import io.github.multicloudcx.grs.model.StartedUndeployment;
import org.jspecify.annotations.Nullable;

/** An undeployment to begin. */
record UndeploymentDraft(
        DefaultRulePackage rules, String target, @Nullable String text) implements UndeployPackage {
    @Override
    public UndeployPackage comments(String comments) {
        return new UndeploymentDraft(rules, target, Require.text(comments, "comments"));
    }

    @Override
    public Call<StartedUndeployment> call() {
        return rules.undeploy(Fields.of("target", target).and("comments", text).map());
    }

    @Override
    public String toString() {
        return "UndeployPackage";
    }
}
