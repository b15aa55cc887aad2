package io.github.multicloudcx.grs.internal;

import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.grs.CreateSnapshot;
import io.github.multicloudcx.grs.model.Snapshot;
import org.jspecify.annotations.Nullable;

/** A snapshot to take. */
record SnapshotDraft(
        DefaultRulePackage rules, String name, @Nullable String text) implements CreateSnapshot {
    @Override
    public CreateSnapshot comment(String comment) {
        return new SnapshotDraft(rules, name, Require.text(comment, "comment"));
    }

    @Override
    public Call<Snapshot> call() {
        return rules.create(Fields.of("name", name).and("comment", text).map());
    }

    @Override
    public String toString() {
        return "CreateSnapshot";
    }
}
