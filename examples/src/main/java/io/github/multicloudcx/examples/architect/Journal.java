package io.github.multicloudcx.examples.architect;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.update.JsonChange;
import io.github.multicloudcx.core.update.JsonChanges;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down what becomes of one update. */
final class Journal {
    private final AuditTrail trail;
    private final ArchitectClient client;
    private final String who;
    private final UpdateRequest request;

    Journal(AuditTrail trail, ArchitectClient client, String who, UpdateRequest request) {
        this.trail = trail;
        this.client = client;
        this.who = who;
        this.request = request;
    }

    /** Before a change is sent, so that a crash leaves a trace. */
    void intent(AuditEvent event, KnownFlow flow, JsonNode next) {
        write(event, null, flow, new Settings(flow.settings(), next), null);
    }

    /** After a change, or after it was taken back, with the settings before and after it. */
    void changed(AuditEvent event, KnownFlow before, KnownFlow after, @Nullable String remark) {
        write(event, client.trail().take(), after, new Settings(before.settings(), after.settings()), remark);
    }

    /** Whatever else happens. */
    void event(AuditEvent event, @Nullable KnownFlow flow, @Nullable String message) {
        write(event, client.trail().take(), flow, null, message);
    }

    private record Settings(JsonNode before, JsonNode after) {
        List<String> changed() {
            return JsonChanges.between(before, after).all().stream()
                    .map(JsonChange::pointer)
                    .toList();
        }
    }

    private void write(
            AuditEvent event,
            CallTrail.@Nullable Ended call,
            @Nullable KnownFlow flow,
            @Nullable Settings settings,
            @Nullable String message) {
        String id = flow == null ? null : flow.id();
        trail.write(new AuditEntry(
                client.time().now(),
                event,
                request.id(),
                request.undoes(),
                new AuditEntry.FlowReference(client.address(), request.organizationId(), request.flow(), id),
                flow == null ? null : flow.version(),
                who,
                ThisProcess.name(),
                call == null ? null : call.end().status(),
                call == null ? null : call.end().elapsed().toMillis(),
                call == null ? null : call.end().attempts().size(),
                call == null ? null : call.start().traceId(),
                settings == null ? null : settings.changed(),
                settings == null ? null : SecretMask.masked(settings.before()),
                settings == null ? null : SecretMask.masked(settings.after()),
                message));
    }
}
