package io.github.multicloudcx.examples.architect;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.RetryPolicy;
import io.github.multicloudcx.core.update.JsonChanges;
import io.github.multicloudcx.core.update.JsonConflict;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Changes settings of flows so that each change is made as a whole or not at all, overwrites nobody else's, and stands in an
 * audit log. Thread-safe; it closes nothing that it was given.
 *
 * <pre>{@code
 * FlowSettingsManager manager = FlowSettingsManager.builder(client, AuditLog.open(file)).build();
 * FlowUpdate update = manager.update(FlowChange.read(Path.of("change.yaml")));
 * }</pre>
 */
public final class FlowSettingsManager {
    private final ManagerSettings settings;

    private FlowSettingsManager(ManagerSettings settings) {
        this.settings = settings;
    }

    /**
     * Begins to describe a manager.
     *
     * @param client how Architect is reached
     * @param audit where everything is written down
     * @return a builder
     */
    public static Builder builder(ArchitectClient client, AuditTrail audit) {
        return new Builder(client, audit);
    }

    /**
     * Changes a flow.
     *
     * @param change what is to be changed
     * @return what was done; warnings tell what went wrong afterwards
     * @throws FlowUpdateException when it was not made or not kept; its state tells what the flow is like now
     */
    public FlowUpdate update(FlowChange change) {
        return new UpdateRun(settings, UpdateRequest.of(change)).run();
    }

    /**
     * Takes back the last change that the audit log knows and that has not been taken back. What others have changed since
     * stays; when they have changed the same values, it is a conflict.
     *
     * @param flow exact name of the flow, or null for the last change of any
     * @return what was done
     * @throws IllegalArgumentException when there is no such change, or it was one of secrets, which the log does not hold
     * @throws FlowUpdateException as {@link #update} does
     */
    public FlowUpdate rollBack(@Nullable String flow) {
        UpdateRequest request = undoing(flow, settings.audit()::write);
        return new UpdateRun(settings, request).run();
    }

    /** What programs that were killed have left open is settled first; it may be what is to be taken back. */
    private UpdateRequest undoing(@Nullable String flow, Consumer<AuditEntry> found) {
        AuditHistory history =
                AuditHistory.of(settings.audit(), settings.client().address(), flow);
        FlowSearch search = new FlowSearch(settings.client());
        Recovery recovery = new Recovery(settings.client().time());
        history.unfinished().stream()
                .map(entry -> entry.flow().name())
                .distinct()
                .flatMap(name -> recovery.ends(history, search.find(name)).stream())
                .toList()
                .forEach(end -> {
                    found.accept(end);
                    history.settle(end);
                });
        AuditEntry entry = history.lastStanding();
        return UpdateRequest.undoing(entry, AuditHistory.undo(entry));
    }

    /**
     * Tells what {@link #update} would do. Nothing is changed, and nothing is written down.
     *
     * @param change what is to be changed
     * @return the differences
     */
    public FlowPreview preview(FlowChange change) {
        return preview(UpdateRequest.of(change));
    }

    /**
     * Tells what {@link #rollBack} would do.
     *
     * @param flow exact name of the flow, or null for the last change of any
     * @return the differences
     * @throws FlowConflictException when others have changed the same values since
     */
    public FlowPreview previewRollBack(@Nullable String flow) {
        return preview(undoing(flow, end -> {}));
    }

    private FlowPreview preview(UpdateRequest request) {
        FlowSearch search = new FlowSearch(settings.client());
        KnownFlow flow = search.find(request.flow());
        JsonChanges changes = request.changes().apply(flow);
        JsonNode next = changes.applyTo(flow.settings());
        List<JsonConflict> conflicts = changes.conflicts(flow.settings());
        if (!conflicts.isEmpty()) {
            throw new FlowConflictException(
                    request.flow(), MaskedDiff.of(conflicts, flow.settings(), flow.settings(), next));
        }
        new Dependencies(settings.client(), search).verify(request, next);
        FlowPatch patch = new FlowPatch(request.organizationId(), flow.id(), next, flow.version() + 1);
        return new FlowPreview(
                flow,
                MaskedDiff.of(changes, flow.settings()),
                request.validated() ? FlowPatcher.violations(settings.schema(), patch) : List.of());
    }

    /** Describes a manager. */
    public static final class Builder {
        private final ArchitectClient client;
        private final AuditTrail audit;
        private String who = System.getProperty("user.name", "unknown");
        private Duration interval = Duration.ofSeconds(10);
        private Duration patience = Duration.ofSeconds(30);
        private Consumer<Duration> onWait = wait -> {};
        private SettingsSchema schema = SettingsSchema.standard();
        private RetryPolicy tries =
                new RetryPolicy(10, Duration.ofMillis(50), Duration.ofSeconds(2), Duration.ofSeconds(60));
        private @Nullable ChangeNotifier notifier;
        private FlowCheck check = (before, after) -> {};

        private Builder(ArchitectClient client, AuditTrail audit) {
            this.client = client;
            this.audit = audit;
        }

        /** Sets who stands in the audit log; the default is the user of the operating system. */
        public Builder who(String name) {
            this.who = name;
            return this;
        }

        /**
         * Keeps updates of one flow apart, also those of other processes that write the same audit log.
         *
         * @param shortest time between two updates; the default is 10 s, zero is no limit
         * @param longestWait how long an update waits for its turn before it is refused; the default is 30 s
         */
        public Builder interval(Duration shortest, Duration longestWait) {
            this.interval = shortest;
            this.patience = longestWait;
            return this;
        }

        /** Sets who is told before an update waits for its turn, and how long; by default nobody is. */
        public Builder onWait(Consumer<Duration> listener) {
            this.onWait = listener;
            return this;
        }

        /** Sets what updates must look like; the default is {@link SettingsSchema#standard()}. */
        public Builder schema(SettingsSchema updates) {
            this.schema = updates;
            return this;
        }

        /** Sets how often a change is made anew when others are faster; the default is 10 times in all. */
        public Builder tries(RetryPolicy policy) {
            this.tries = policy;
            return this;
        }

        /** Sets who is told of changes; by default nobody is. */
        public Builder notifier(ChangeNotifier other) {
            this.notifier = other;
            return this;
        }

        /** Sets a look at the changed flow before the change counts; what it throws takes the change back. */
        public Builder check(FlowCheck look) {
            this.check = look;
            return this;
        }

        /** Makes the manager. */
        public FlowSettingsManager build() {
            if (who.isBlank()) {
                throw new IllegalArgumentException("who must not be blank");
            }
            UpdateTurn turn = new UpdateTurn(interval, patience, client, onWait, audit);
            return new FlowSettingsManager(
                    new ManagerSettings(client, audit, who, turn, schema, tries, notifier, check));
        }
    }
}
