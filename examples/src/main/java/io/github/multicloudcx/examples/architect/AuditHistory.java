package io.github.multicloudcx.examples.architect;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.update.JsonChanges;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an audit log says about flows. The last event of an update that ends it counts. */
final class AuditHistory {
    private static final Set<AuditEvent> CHANGES = Set.of(AuditEvent.CHANGED, AuditEvent.ROLLED_BACK);
    private static final Set<AuditEvent> INTENTS = Set.of(AuditEvent.CHANGING, AuditEvent.ROLLING_BACK);

    private final List<AuditEntry> entries;
    private final @Nullable String flow;

    /** Of one flow, or of all when it is null. */
    AuditHistory(AuditTrail trail, @Nullable String flow) {
        this.entries = trail.entries().stream()
                .filter(entry -> flow == null || flow.equals(entry.flow().name()))
                .toList();
        this.flow = flow;
    }

    /** When the flow was changed last, or null. */
    @Nullable
    Instant lastChange() {
        return entries.stream()
                .filter(entry -> CHANGES.contains(entry.event()))
                .map(AuditEntry::time)
                .max(Instant::compareTo)
                .orElse(null);
    }

    /** The newest change that has not been taken back. */
    AuditEntry lastStanding() {
        List<AuditEntry> standing = new ArrayList<>();
        for (AuditEntry end : ends().values()) {
            if (end.event() == AuditEvent.CHANGED && end.undoes() == null) {
                standing.add(0, end);
            } else if (end.event() == AuditEvent.CHANGED) {
                standing.removeIf(change -> change.update().equals(end.undoes()));
            }
        }
        if (standing.isEmpty()) {
            throw new IllegalArgumentException("the audit log has no change"
                    + (flow == null ? "" : " of flow \"" + flow + "\"") + " that could be taken back");
        }
        return standing.get(0);
    }

    private Map<String, AuditEntry> ends() {
        Map<String, AuditEntry> ends = new LinkedHashMap<>();
        entries.stream()
                .filter(entry -> entry.event().state() != null)
                .forEach(entry -> ends.put(entry.update(), entry));
        return ends;
    }

    /** What programs were about to send that ended before they wrote down what came of it. */
    List<AuditEntry> unfinished() {
        Map<String, AuditEntry> intents = new LinkedHashMap<>();
        entries.stream()
                .filter(entry -> INTENTS.contains(entry.event()))
                .forEach(entry -> intents.put(entry.update(), entry));
        intents.keySet().removeAll(ends().keySet());
        return intents.values().stream()
                .filter(entry -> entry.process() != null && ThisProcess.ended(entry.process()))
                .toList();
    }

    /** The changes of an entry. */
    static JsonChanges changes(AuditEntry entry) {
        if (entry.before() == null || entry.after() == null) {
            throw new IllegalArgumentException(
                    "update " + entry.update() + " stands in the audit log without settings");
        }
        return JsonChanges.between(entry.before(), entry.after());
    }

    /** Where it changed secrets, which the log does not hold. */
    static List<String> hidden(AuditEntry entry) {
        JsonNode before = entry.before();
        JsonNode after = entry.after();
        if (before == null || after == null || entry.changed() == null) {
            return List.of();
        }
        return entry.changed().stream()
                .filter(pointer -> SecretMask.hides(before, pointer) || SecretMask.hides(after, pointer))
                .toList();
    }

    /** The changes that take an entry back. */
    static JsonChanges undo(AuditEntry entry) {
        List<String> hidden = hidden(entry);
        if (!hidden.isEmpty()) {
            throw new IllegalArgumentException("update " + entry.update()
                    + " changed secrets, whose former values the audit log does not hold: "
                    + String.join(", ", hidden));
        }
        return changes(entry).reversed();
    }
}
