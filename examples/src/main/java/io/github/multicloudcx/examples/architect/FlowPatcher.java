package io.github.multicloudcx.examples.architect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.RetryPolicy;
import io.github.multicloudcx.core.update.JsonChanges;
import io.github.multicloudcx.core.update.JsonConflict;
import io.github.multicloudcx.core.update.OptimisticUpdate;
import io.github.multicloudcx.core.update.Updated;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Makes changes to a flow that others change too, each with the version that was read plus one. */
final class FlowPatcher {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ArchitectClient client;
    private final FlowSearch search;
    private final RetryPolicy tries;
    private final SettingsSchema schema;
    private final Journal journal;
    private final UpdateRequest request;
    private volatile boolean sent;
    private volatile boolean doubtful;
    private volatile boolean stopped;

    FlowPatcher(ManagerSettings settings, FlowSearch search, Journal journal, UpdateRequest request) {
        this.client = settings.client();
        this.search = search;
        this.tries = settings.tries();
        this.schema = settings.schema();
        this.journal = journal;
        this.request = request;
    }

    /** Whether a change has been sent, so that the flow may not be as before. */
    boolean sent() {
        return sent;
    }

    /** Whether an answer was lost and the flow has not shown the change, which may still arrive. */
    boolean doubtful() {
        return doubtful;
    }

    /** From now on nothing new is sent. */
    void stop() {
        stopped = true;
    }

    /**
     * Changes.
     *
     * @param first the flow as it was read already
     * @param forward false puts back what was there before, which neither an interrupt nor a broken audit log stops
     */
    Updated<KnownFlow> patch(KnownFlow first, JsonChanges changes, boolean forward) {
        AtomicReference<@Nullable KnownFlow> read = new AtomicReference<>(first);
        return OptimisticUpdate.<KnownFlow>reading(() -> {
                    KnownFlow known = read.getAndSet(null);
                    return known == null ? search.find(request.flow()) : known;
                })
                .writing(flow -> call(first, flow, changes, forward))
                .recognizing((before, now) -> shows(before, now, changes))
                .retryPolicy(tries)
                .timeSource(client.time())
                .execute();
    }

    /** Asked only when an answer was lost. */
    private boolean shows(KnownFlow before, KnownFlow now, JsonChanges changes) {
        doubtful = now.version() == before.version() || !changes.madeIn(now.settings());
        return !doubtful;
    }

    private @Nullable Call<KnownFlow> call(KnownFlow first, KnownFlow flow, JsonChanges changes, boolean forward) {
        JsonNode next = changes.applyTo(flow.settings());
        List<JsonConflict> conflicts = changes.conflicts(flow.settings());
        if (!conflicts.isEmpty()) {
            throw new FlowConflictException(
                    request.flow(), MaskedDiff.of(conflicts, first.settings(), flow.settings(), next));
        }
        if (changes.madeIn(flow.settings())) {
            return null;
        }
        FlowPatch patch = new FlowPatch(request.organizationId(), flow.id(), next, flow.version() + 1);
        if (forward) {
            admit(patch);
            journal.intent(AuditEvent.CHANGING, flow, next);
        } else {
            journalIfPossible(flow, next);
        }
        sent = true;
        return client.patch(patch).map(answer -> KnownFlow.patched(answer, patch, request.flow()));
    }

    private void admit(FlowPatch patch) {
        List<SchemaViolation> violations = request.validated() ? violations(schema, patch) : List.of();
        if (!violations.isEmpty()) {
            throw new InvalidSettingsException(request.flow(), violations);
        }
        if (stopped) {
            throw new FlowUpdateException(
                    "Flow \"" + request.flow() + "\" not changed: interrupted", FlowState.AS_BEFORE, null);
        }
    }

    private void journalIfPossible(KnownFlow flow, JsonNode next) {
        try {
            journal.intent(AuditEvent.ROLLING_BACK, flow, next);
        } catch (RuntimeException e) {
            // the log may be the reason for putting it back; how that ends is tried to be written again
        }
    }

    static List<SchemaViolation> violations(SettingsSchema schema, FlowPatch patch) {
        return schema.violations(MAPPER.valueToTree(patch));
    }
}
