package io.github.multicloudcx.examples.architect;

import io.github.multicloudcx.core.update.JsonChanges;
import io.github.multicloudcx.core.update.Updated;

/** Takes a change back that was made and cannot stand. */
final class RollBack {
    private final FlowSearch search;
    private final FlowPatcher patcher;
    private final Journal journal;
    private final UpdateRequest request;
    private final JsonChanges wanted;

    RollBack(FlowSearch search, FlowPatcher patcher, Journal journal, UpdateRequest request, JsonChanges wanted) {
        this.search = search;
        this.patcher = patcher;
        this.journal = journal;
        this.request = request;
        this.wanted = wanted;
    }

    /** Does it, with the newest version plus one, and returns what the update ends with. */
    FlowUpdateException make(Updated<KnownFlow> done, Throwable reason) {
        KnownFlow before = done.before();
        String why = SecretMask.without(
                OneLine.of(reason), before.settings(), done.after().settings());
        try {
            JsonChanges ours = JsonChanges.between(before.settings(), wanted.applyTo(before.settings()))
                    .reversed();
            KnownFlow now = search.find(request.flow());
            var unused = patcher.patch(now, undo(before, now, ours), false);
            KnownFlow after = search.find(request.flow());
            if (!ours.madeIn(after.settings())) {
                throw new IllegalStateException("the server has not taken all of it back");
            }
            return ended(AuditEvent.ROLLED_BACK, now, after, rolledBack(why, reason));
        } catch (RuntimeException e) {
            FlowUpdateException failed = new FlowUpdateException(
                    "Flow \"" + request.flow() + "\" was changed to version "
                            + done.after().version() + " and could not be rolled back, look at its settings: "
                            + why + "; then " + OneLine.of(e),
                    FlowState.UNKNOWN,
                    reason);
            failed.addSuppressed(e);
            return ended(AuditEvent.ROLL_BACK_FAILED, done.before(), done.after(), failed);
        }
    }

    /** Nobody was in between when the version is the next one: all that differs is ours, whatever the server made of it. */
    private static JsonChanges undo(KnownFlow before, KnownFlow now, JsonChanges ours) {
        return now.version() == before.version() + 1 ? JsonChanges.between(now.settings(), before.settings()) : ours;
    }

    private FlowUpdateException rolledBack(String why, Throwable reason) {
        return new FlowUpdateException(
                "Flow \"" + request.flow() + "\" was changed and rolled back: " + why, FlowState.AS_BEFORE, reason);
    }

    private FlowUpdateException ended(AuditEvent event, KnownFlow before, KnownFlow after, FlowUpdateException e) {
        try {
            journal.changed(event, before, after, e.getMessage());
        } catch (RuntimeException unwritten) {
            e.addSuppressed(unwritten);
        }
        return e;
    }
}
