package io.github.multicloudcx.examples.architect;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.update.JsonChanges;
import io.github.multicloudcx.core.update.Updated;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One update from its beginning to its end: wait for the turn, find the flow, verify what it depends on, change it, verify
 * what came of it, write that down, announce it. What goes wrong after the change takes it back.
 */
final class UpdateRun {
    private static final Set<Fate> DOUBT = Set.of(Fate.UNKNOWN, Fate.PARTIAL);

    private final ManagerSettings settings;
    private final UpdateRequest request;
    private final Journal journal;
    private final FlowSearch search;
    private final FlowPatcher patcher;

    UpdateRun(ManagerSettings settings, UpdateRequest request) {
        this.settings = settings;
        this.request = request;
        this.search = new FlowSearch(settings.client());
        this.journal = new Journal(settings.audit(), settings.client(), settings.who(), request);
        this.patcher = new FlowPatcher(settings, search, journal, request);
    }

    FlowUpdate run() {
        KnownFlow flow = prepared();
        JsonChanges wanted = request.changes().apply(flow);
        Change change = Uninterrupted.run(() -> changed(flow, wanted), patcher::stop);
        if (!change.made()) {
            return new FlowUpdate(request.id(), flow, change.before(), false, change.tries(), List.of(), List.of());
        }
        List<String> diff = MaskedDiff.of(wanted, change.before().settings());
        List<String> warnings = new Announcement(settings, journal, request).make(change.before(), change.after());
        return new FlowUpdate(request.id(), change.before(), change.after(), true, change.tries(), diff, warnings);
    }

    private record Change(KnownFlow before, KnownFlow after, boolean made, int tries) {}

    private KnownFlow prepared() {
        var unused = settings.client().trail().take();
        KnownFlow flow = null;
        try {
            settings.turn().await(request.flow());
            flow = search.find(request.flow());
            settle(flow);
            JsonNode next = request.changes().apply(flow).applyTo(flow.settings());
            new Dependencies(settings.client(), search).verify(request, next);
            return flow;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ended(
                    flow,
                    new FlowUpdateException(
                            "Flow \"" + request.flow() + "\" not changed: interrupted while it waited for its turn",
                            FlowState.AS_BEFORE,
                            e));
        } catch (RuntimeException | Error e) {
            throw ended(flow, notChanged(e));
        }
    }

    /** Writes down what became of updates whose programs were killed. */
    private void settle(KnownFlow flow) {
        AuditHistory history =
                AuditHistory.of(settings.audit(), settings.client().address(), flow.name());
        new Recovery(settings.client().time()).ends(history, flow).forEach(settings.audit()::write);
    }

    private Change changed(KnownFlow flow, JsonChanges wanted) {
        Updated<KnownFlow> done;
        try {
            done = patcher.patch(flow, wanted, true);
            if (!done.changed()) {
                journal.event(AuditEvent.UNCHANGED, done.before(), null);
                return new Change(done.before(), done.before(), false, done.tries());
            }
        } catch (RuntimeException | Error e) {
            throw ended(flow, notChanged(e));
        }
        try {
            KnownFlow after = verified(done, wanted);
            journal.changed(AuditEvent.CHANGED, done.before(), after, remark(done));
            return new Change(done.before(), after, true, done.tries());
        } catch (RuntimeException | Error e) {
            throw new RollBack(search, patcher, journal, request, wanted).make(done, e);
        }
    }

    private static @Nullable String remark(Updated<KnownFlow> done) {
        return done.answer() == null ? "the answer was lost; reading showed that the change had been made" : null;
    }

    /** The flow as the change left it, when that is what was asked for. */
    private KnownFlow verified(Updated<KnownFlow> done, JsonChanges wanted) {
        KnownFlow answered = done.after();
        boolean shown = answered.confirmed() && wanted.madeIn(answered.settings());
        KnownFlow now = shown ? answered : search.find(request.flow());
        if (!wanted.madeIn(now.settings())) {
            JsonChanges missing = JsonChanges.between(now.settings(), wanted.applyTo(now.settings()));
            throw new IllegalStateException("the server has not made all of the change; missing is "
                    + String.join("; ", MaskedDiff.of(missing, now.settings())));
        }
        KnownFlow after = withoutOthers(done.before(), now, wanted);
        settings.check().accept(done.before(), after);
        return after;
    }

    /** What was read later may show changes that others have made after this one. */
    private static KnownFlow withoutOthers(KnownFlow before, KnownFlow now, JsonChanges wanted) {
        int version = before.version() + 1;
        return now.version() <= version
                ? now
                : new KnownFlow(now.id(), now.name(), version, wanted.applyTo(before.settings()), true);
    }

    private FlowUpdateException notChanged(Throwable e) {
        if (e instanceof FlowUpdateException ours) {
            return ours;
        }
        return doubt(e)
                ? new FlowUpdateException(
                        "State of flow \"" + request.flow() + "\" unknown, look at its settings: " + OneLine.of(e),
                        FlowState.UNKNOWN,
                        e)
                : new FlowUpdateException(
                        "Flow \"" + request.flow() + "\" not changed: " + OneLine.of(e), FlowState.AS_BEFORE, e);
    }

    private boolean doubt(Throwable e) {
        if (e instanceof CxException failed) {
            return patcher.sent() && DOUBT.contains(failed.fate());
        }
        return e instanceof Error ? patcher.sent() : patcher.doubtful();
    }

    /** Writes the end down; when that fails too, it hangs on what led to it. */
    private FlowUpdateException ended(@Nullable KnownFlow flow, FlowUpdateException e) {
        try {
            AuditEvent event = e.state() == FlowState.UNKNOWN ? AuditEvent.STATE_UNKNOWN : AuditEvent.REFUSED;
            journal.event(event, flow, e.getMessage());
        } catch (RuntimeException unwritten) {
            e.addSuppressed(unwritten);
        }
        return e;
    }
}
