package io.github.multicloudcx.examples.architect;

import io.github.multicloudcx.core.TimeSource;
import io.github.multicloudcx.core.update.JsonChanges;

/**
 * Writes down what became of updates whose programs were killed, or whose machine was, before they could do so: the flow
 * itself tells.
 */
final class Recovery {
    private final AuditTrail trail;
    private final TimeSource time;

    Recovery(AuditTrail trail, TimeSource time) {
        this.trail = trail;
        this.time = time;
    }

    /** Looks for updates of a flow that have no end, and gives them one. */
    void settle(KnownFlow flow) {
        for (AuditEntry intent : new AuditHistory(trail, flow.name()).unfinished()) {
            trail.write(end(intent, verdict(intent, flow)));
        }
    }

    private static AuditEvent verdict(AuditEntry intent, KnownFlow flow) {
        boolean forward = intent.event() == AuditEvent.CHANGING;
        if (intent.version() != null && intent.version() == flow.version()) {
            return forward ? AuditEvent.REFUSED : AuditEvent.CHANGED;
        }
        boolean secrets = !AuditHistory.hidden(intent).isEmpty();
        JsonChanges changes = AuditHistory.changes(intent);
        if (secrets || !changes.madeIn(SecretMask.masked(flow.settings()))) {
            return AuditEvent.STATE_UNKNOWN;
        }
        return forward ? AuditEvent.CHANGED : AuditEvent.ROLLED_BACK;
    }

    /** A roll back that was not made leaves the change as it was, so before and after change places. */
    private AuditEntry end(AuditEntry intent, AuditEvent verdict) {
        boolean swap = intent.event() == AuditEvent.ROLLING_BACK && verdict == AuditEvent.CHANGED;
        return new AuditEntry(
                time.now(),
                verdict,
                intent.update(),
                intent.undoes(),
                intent.flow(),
                intent.version() == null || swap || verdict == AuditEvent.REFUSED
                        ? intent.version()
                        : Integer.valueOf(intent.version() + 1),
                intent.who(),
                intent.process(),
                null,
                null,
                null,
                null,
                intent.changed(),
                swap ? intent.after() : intent.before(),
                swap ? intent.before() : intent.after(),
                "found by a later update; the program ended before it wrote this down");
    }
}
