package io.github.multicloudcx.examples.architect;

import io.github.multicloudcx.core.update.JsonChanges;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An update that is asked for.
 *
 * @param id tells it from all others in the audit log
 * @param flow exact name of the flow
 * @param organizationId id of the organization
 * @param dependsOn names of flows that must exist
 * @param validated whether the update must fit the schema; what was there before need not
 * @param changes makes the changes of the state in which the flow is found
 * @param undoes id of the update that it takes back, or null
 */
record UpdateRequest(
        String id,
        String flow,
        String organizationId,
        List<String> dependsOn,
        boolean validated,
        Function<KnownFlow, JsonChanges> changes,
        @Nullable String undoes) {
    static UpdateRequest of(FlowChange change) {
        return new UpdateRequest(
                UUID.randomUUID().toString(),
                change.flow(),
                change.organizationId(),
                change.dependsOn(),
                true,
                flow -> JsonChanges.of(flow.settings(), change.settings()),
                null);
    }

    static UpdateRequest undoing(AuditEntry entry, JsonChanges undo) {
        return new UpdateRequest(
                UUID.randomUUID().toString(),
                entry.flow().name(),
                entry.flow().organizationId(),
                List.of(),
                false,
                flow -> {
                    if (!flow.id().equals(entry.flow().id())) {
                        throw new FlowUpdateException(
                                "Flow \"" + flow.name() + "\" not changed: it is not the flow of update "
                                        + entry.update() + " any more; its id is " + flow.id(),
                                FlowState.AS_BEFORE,
                                null);
                    }
                    return undo;
                },
                entry.update());
    }
}
