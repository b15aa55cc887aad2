package io.github.multicloudcx.examples.architect;

import io.github.multicloudcx.core.update.JsonChange;
import io.github.multicloudcx.core.update.JsonChanges;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What an audit log says about the flows of one deployment, or about one of them. The last event of an update that ends it
 * counts. Settings are kept of what is under way only, so that a log of any length can be read.
 */
final class AuditHistory {
    private static final Set<AuditEvent> INTENTS = Set.of(AuditEvent.CHANGING, AuditEvent.ROLLING_BACK);

    private final AuditTrail trail;
    private final String address;
    private final @Nullable String flow;
    private final Map<String, AuditEntry> underWay = new LinkedHashMap<>();
    private final Map<String, End> ends = new LinkedHashMap<>();
    private final Map<String, AuditEntry> settled = new LinkedHashMap<>();
    private @Nullable Instant lastChange;

    /** How an update ended. */
    private record End(AuditEvent event, @Nullable String undoes) {}

    private AuditHistory(AuditTrail trail, String address, @Nullable String flow) {
        this.trail = trail;
        this.address = address;
        this.flow = flow;
    }

    /** Of one flow, or of all when it is null. */
    static AuditHistory of(AuditTrail trail, String address, @Nullable String flow) {
        AuditHistory history = new AuditHistory(trail, address, flow);
        trail.read(history::add);
        return history;
    }

    /** Takes over what was found out about an update that had no end. */
    void settle(AuditEntry end) {
        settled.put(end.update(), end);
        add(end);
    }

    private void add(AuditEntry entry) {
        boolean here = address.equals(entry.flow().address());
        if (!here || (flow != null && !flow.equals(entry.flow().name()))) {
            return;
        }
        if (INTENTS.contains(entry.event())) {
            underWay.put(entry.update(), entry);
        }
        if (entry.event().state() != null) {
            underWay.remove(entry.update());
            ends.remove(entry.update());
            ends.put(entry.update(), new End(entry.event(), entry.undoes()));
        }
        if (INTENTS.contains(entry.event()) || entry.event() == AuditEvent.CHANGED) {
            lastChange = lastChange == null || lastChange.isBefore(entry.time()) ? entry.time() : lastChange;
        }
    }

    /** When a change was sent or made last, or null. */
    @Nullable
    Instant lastChange() {
        return lastChange;
    }

    /** What programs were about to send that ended before they wrote down what came of it. */
    List<AuditEntry> unfinished() {
        return underWay.values().stream()
                .filter(entry -> entry.process() != null && ThisProcess.ended(entry.process()))
                .toList();
    }

    /** The newest change that has not been taken back; refused when nobody knows how a newer one ended. */
    AuditEntry lastStanding() {
        List<String> standing = new ArrayList<>();
        ends.forEach((update, end) -> {
            boolean stands = end.event() == AuditEvent.CHANGED && end.undoes() == null;
            if (stands || end.event().state() == FlowState.UNKNOWN) {
                standing.add(0, update);
            } else if (end.event() == AuditEvent.CHANGED) {
                standing.remove(end.undoes());
            }
        });
        standing.addAll(0, underWay.keySet());
        if (standing.isEmpty()) {
            throw new IllegalArgumentException("the audit log has no change"
                    + (flow == null ? "" : " of flow \"" + flow + "\"") + " that could be taken back");
        }
        return known(standing.get(0));
    }

    private AuditEntry known(String update) {
        End end = ends.get(update);
        if (end == null || end.event() != AuditEvent.CHANGED) {
            throw new IllegalArgumentException("the audit log does not say what became of update " + update
                    + "; look at the flow and change it by hand");
        }
        AtomicReference<@Nullable AuditEntry> found = new AtomicReference<>(settled.get(update));
        trail.read(entry -> {
            if (entry.update().equals(update) && entry.event() == AuditEvent.CHANGED) {
                found.set(entry);
            }
        });
        AuditEntry entry = found.get();
        if (entry == null) {
            throw new IllegalArgumentException("update " + update + " is not in the audit log any more");
        }
        return entry;
    }

    /** The changes of an entry, or null when it has no settings. */
    static @Nullable JsonChanges changes(AuditEntry entry) {
        return entry.before() == null || entry.after() == null
                ? null
                : JsonChanges.between(entry.before(), entry.after());
    }

    /** Whether it changed secrets, which the log does not hold. */
    static boolean secret(AuditEntry entry, JsonChanges changes) {
        List<String> places = new ArrayList<>(entry.changed() == null ? List.of() : entry.changed());
        changes.all().stream().map(JsonChange::pointer).forEach(places::add);
        return places.stream()
                .anyMatch(place -> (entry.before() != null && SecretMask.hides(entry.before(), place))
                        || (entry.after() != null && SecretMask.hides(entry.after(), place)));
    }

    /** The changes that take an entry back. */
    static JsonChanges undo(AuditEntry entry) {
        JsonChanges changes = changes(entry);
        if (changes == null) {
            throw new IllegalArgumentException(
                    "update " + entry.update() + " stands in the audit log without settings");
        }
        if (secret(entry, changes)) {
            throw new IllegalArgumentException(
                    "update " + entry.update() + " of flow \"" + entry.flow().name()
                            + "\" changed secrets, whose values the audit log does not hold; change it by hand");
        }
        return changes.reversed();
    }
}
