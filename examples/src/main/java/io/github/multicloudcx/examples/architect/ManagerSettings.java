package io.github.multicloudcx.examples.architect;

import io.github.multicloudcx.core.RetryPolicy;
import org.jspecify.annotations.Nullable;

/** What all updates of a manager share. */
record ManagerSettings(
        ArchitectClient client,
        AuditTrail audit,
        String who,
        UpdateTurn turn,
        SettingsSchema schema,
        RetryPolicy tries,
        @Nullable ChangeNotifier notifier,
        FlowCheck check) {}
