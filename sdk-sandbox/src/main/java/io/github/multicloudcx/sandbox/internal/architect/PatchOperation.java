package io.github.multicloudcx.sandbox.internal.architect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.multicloudcx.sandbox.SandboxClock;
import io.github.multicloudcx.sandbox.internal.http.Answer;
import io.github.multicloudcx.sandbox.internal.http.Json;
import io.github.multicloudcx.sandbox.internal.server.Invocation;
import org.jspecify.annotations.Nullable;

/** Changes the settings of a flow if the version is the next one. */
final class PatchOperation {
    private final Flows flows;
    private final ArchitectSettings settings;
    private final UpdateLimit limit;
    private final SandboxClock clock;

    PatchOperation(Flows flows, ArchitectSettings settings, UpdateLimit limit, SandboxClock clock) {
        this.flows = flows;
        this.settings = settings;
        this.limit = limit;
        this.clock = clock;
    }

    Answer patch(Invocation invocation, Grant grant) {
        Answer tooMany = limit.refusal();
        if (tooMany != null) {
            return tooMany;
        }
        String id = invocation.path("flowId");
        return flows.find(id)
                .map(flow ->
                        patch(flow, Json.parse(invocation.exchange().body()).orElseGet(Json::object), grant))
                .orElseGet(() -> ArchitectErrors.answer(404, "not.found", "There is no flow " + id));
    }

    private Answer patch(Flow flow, JsonNode body, Grant grant) {
        Answer refusal = refusal(flow, body);
        if (refusal != null) {
            return refusal;
        }
        if (!(body.path("settings") instanceof ObjectNode sent)
                || !body.path("version").isIntegralNumber()) {
            return ArchitectErrors.answer(400, "bad.request", "settings and version are required");
        }
        long version = body.path("version").asLong();
        Flow.Attempt attempt = flow.change(
                version,
                old -> settings.keepsRemovedKeys ? SettingsEdits.merged(old, sent) : sent,
                grant.clientId(),
                clock.now());
        return attempt.accepted() ? changed(flow, attempt.current()) : conflict(version, attempt.current());
    }

    private static @Nullable Answer refusal(Flow flow, JsonNode body) {
        String organization = body.path("orgId").asText(ArchitectSettings.ORGANIZATION);
        if (!organization.equals(ArchitectSettings.ORGANIZATION)) {
            return ArchitectErrors.answer(
                    403, "wrong.organization", "The client does not belong to organization " + organization);
        }
        String id = flow.facts().id();
        String repeated = body.path("flowId").asText(id);
        return repeated.equals(id)
                ? null
                : ArchitectErrors.answer(409, "wrong.flow", "The path names flow " + id + ", the body " + repeated);
    }

    private Answer changed(Flow flow, FlowState state) {
        return Answer.json(
                200,
                settings.patchAnswersWithoutSettings
                        ? FlowEntities.plain(flow.facts(), state)
                        : FlowEntities.withSettings(flow.facts(), state));
    }

    private static Answer conflict(long sent, FlowState current) {
        String message = "The flow has version " + current.version() + ", which version " + sent + " does not follow";
        return Answer.json(
                409,
                ArchitectErrors.body(409, "version.conflict", message)
                        .put("currentVersion", current.version())
                        .put("sentVersion", sent));
    }
}
