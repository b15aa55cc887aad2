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
    FlowUpdateException make(Updated<KnownFlow> done, RuntimeException reason) {
        try {
            JsonChanges undo = undo(done);
            Updated<KnownFlow> back = patcher.patch(search.find(request.flow()), undo, null);
            KnownFlow after = back.after().confirmed() ? back.after() : search.find(request.flow());
            if (!undo.madeIn(after.settings())) {
                throw new IllegalStateException("the server has not taken all of it back");
            }
            return ended(AuditEvent.ROLLED_BACK, done, after, rolledBack(reason));
        } catch (RuntimeException e) {
            FlowUpdateException failed = new FlowUpdateException(
                    "Flow \"" + request.flow() + "\" was changed to version "
                            + done.after().version() + " and could not be rolled back, look at its settings: "
                            + reason.getMessage() + "; then " + e.getMessage(),
                    FlowState.UNKNOWN,
                    reason);
            failed.addSuppressed(e);
            return ended(AuditEvent.ROLL_BACK_FAILED, done, done.after(), failed);
        }
    }

    /** Nobody was in between when the version is the next one: all that differs is ours, whatever the server made of it. */
    private JsonChanges undo(Updated<KnownFlow> done) {
        KnownFlow before = done.before();
        KnownFlow after = done.after();
        return after.confirmed() && after.version() == before.version() + 1
                ? JsonChanges.between(after.settings(), before.settings())
                : JsonChanges.between(before.settings(), wanted.applyTo(before.settings()))
                        .reversed();
    }

    private FlowUpdateException rolledBack(RuntimeException reason) {
        return new FlowUpdateException(
                "Flow \"" + request.flow() + "\" was changed and rolled back: " + reason.getMessage(),
                FlowState.AS_BEFORE,
                reason);
    }

    private FlowUpdateException ended(
            AuditEvent event, Updated<KnownFlow> done, KnownFlow after, FlowUpdateException e) {
        try {
            journal.changed(event, done.after(), after, e.getMessage());
        } catch (RuntimeException unwritten) {
            e.addSuppressed(unwritten);
        }
        return e;
    }
}
