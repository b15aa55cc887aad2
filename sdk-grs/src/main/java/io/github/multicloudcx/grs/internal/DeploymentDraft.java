package io.github.multicloudcx.grs.internal;

import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.grs.DeployPackage;
import io.github.multicloudcx.grs.model.ScheduleField;
import io.github.multicloudcx.grs.model.StartedDeployment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A deployment to begin. */
record DeploymentDraft(
        DefaultRulePackage rules,
        ScheduleField field,
        String target,
        @Nullable String name,
        @Nullable String text,
        @Nullable Long time)
        implements DeployPackage {
    @Override
    public DeployPackage snapshot(String snapshotName) {
        return new DeploymentDraft(rules, field, target, Require.text(snapshotName, "name"), text, time);
    }

    @Override
    public DeployPackage comments(String comments) {
        return new DeploymentDraft(rules, field, target, name, Require.text(comments, "comments"), time);
    }

    @Override
    public DeployPackage scheduledAt(Instant at) {
        return new DeploymentDraft(
                rules, field, target, name, text, Require.present(at, "time").toEpochMilli());
    }

    @Override
    public Call<StartedDeployment> call() {
        return rules.deploy(Fields.of("target", target)
                .and("snapshotName", name)
                .and("comments", text)
                .and(field.fieldName(), time)
                .map());
    }

    @Override
    public String toString() {
        return "DeployPackage";
    }
}
