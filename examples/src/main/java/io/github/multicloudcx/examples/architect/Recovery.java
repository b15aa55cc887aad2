package io.github.multicloudcx.examples.architect;

import io.github.multicloudcx.core.TimeSource;
import io.github.multicloudcx.core.update.JsonChanges;
import java.util.List;

/**
 * Tells what became of updates whose programs were killed, or whose machine was, before they could write it down: the flow
 * itself tells, unless others have changed it since.
 */
final class Recovery {
    private final TimeSource time;

    Recovery(TimeSource time) {
        this.time = time;
    }

    /** The ends of the updates of a flow that have none. */
    List<AuditEntry> ends(AuditHistory history, KnownFlow flow) {
        return history.unfinished().stream()
                .filter(intent -> flow.id().equals(intent.flow().id()))
                .map(intent -> end(intent, verdict(intent, flow)))
                .toList();
    }

    private static AuditEvent verdict(AuditEntry intent, KnownFlow flow) {
        boolean forward = intent.event() == AuditEvent.CHANGING;
        int read = version(intent);
        if (read == flow.version()) {
            return forward ? AuditEvent.REFUSED : AuditEvent.CHANGED;
        }
        if (read != flow.version() - 1 || !shows(intent, flow)) {
            return AuditEvent.STATE_UNKNOWN;
        }
        return forward ? AuditEvent.CHANGED : AuditEvent.ROLLED_BACK;
    }

    private static boolean shows(AuditEntry intent, KnownFlow flow) {
        JsonChanges changes = AuditHistory.changes(intent);
        return changes != null
                && !AuditHistory.secret(intent, changes)
                && changes.madeIn(SecretMask.masked(flow.settings()));
    }

    private static int version(AuditEntry intent) {
        return intent.version() == null ? Integer.MIN_VALUE : intent.version();
    }

    /** A roll back that was not made leaves the change as it was, so before and after change places. */
    private AuditEntry end(AuditEntry intent, AuditEvent verdict) {
        boolean swap = intent.event() == AuditEvent.ROLLING_BACK && verdict == AuditEvent.CHANGED;
        boolean made = verdict == AuditEvent.ROLLED_BACK || (verdict == AuditEvent.CHANGED && !swap);
        return new AuditEntry(
                time.now(),
                verdict,
                intent.update(),
                intent.undoes(),
                intent.flow(),
                made ? Integer.valueOf(version(intent) + 1) : intent.version(),
                intent.who(),
                intent.process(),
                null,
                null,
                null,
                null,
                intent.changed(),
                swap ? intent.after() : intent.before(),
                swap ? intent.before() : intent.after(),
                "found by a later run; the program ended before it wrote this down");
    }
}
