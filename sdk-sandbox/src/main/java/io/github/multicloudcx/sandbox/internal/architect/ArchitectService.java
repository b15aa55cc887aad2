package io.github.multicloudcx.sandbox.internal.architect;

import io.github.multicloudcx.sandbox.SandboxClock;
import io.github.multicloudcx.sandbox.internal.auth.Secrets;
import io.github.multicloudcx.sandbox.internal.http.Answer;
import io.github.multicloudcx.sandbox.internal.http.Json;
import io.github.multicloudcx.sandbox.internal.server.Invocation;
import io.github.multicloudcx.sandbox.internal.server.OperationHandler;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Flows of one organization. */
public final class ArchitectService {
    private static final String DEMO_FLOW = "a1b2c3d4-e5f6-7890-abcd-ef1234567890";

    private final ArchitectSettings settings;
    private final SandboxClock clock;
    private final ArchitectTokens tokens;
    private final UpdateLimit limit;
    private final Flows flows = new Flows();
    private final List<String> reloads = new CopyOnWriteArrayList<>();

    public ArchitectService(ArchitectSettings settings, SandboxClock clock, Secrets secrets) {
        this.settings = settings;
        this.clock = clock;
        this.tokens = new ArchitectTokens(settings, clock, secrets);
        this.limit = new UpdateLimit(settings, clock);
        flows.add(demoFlow());
    }

    private static Flow demoFlow() {
        return new Flow(
                new Flow.Facts(
                        DEMO_FLOW,
                        "Primary Architecture Flow",
                        "Org routing configuration",
                        Instant.parse("2023-11-15T08:30:00Z")),
                new FlowState(
                        14,
                        SettingsEdits.read("{\"routing\":{\"type\":\"longestAvailable\"}}"),
                        Flow.ANOTHER_EDITOR,
                        Instant.parse("2024-01-10T14:22:00Z")));
    }

    public void register(Map<String, OperationHandler> handlers) {
        ArchitectAccess access = new ArchitectAccess(tokens);
        ListOperation lists = new ListOperation(flows, settings);
        PatchOperation patches = new PatchOperation(flows, settings, limit, clock);
        handlers.put("requestClientCredentialsToken", new TokenOperation(tokens, settings)::issue);
        handlers.put("listFlows", access.of((asked, grant) -> lists.list(asked), "architect:read", "flow:read"));
        handlers.put("patchFlow", access.of(patches::patch, "architect:write", "flow:write", "organization:read"));
        handlers.put("reloadFlows", access.of((asked, grant) -> reload(asked)));
    }

    private Answer reload(Invocation invocation) {
        String organization = Json.parse(invocation.exchange().body())
                .map(body -> body.path("orgId").asText(ArchitectSettings.ORGANIZATION))
                .orElse(ArchitectSettings.ORGANIZATION);
        reloads.add(organization);
        return Answer.empty(settings.reloadStatus);
    }

    public ArchitectTokens tokens() {
        return tokens;
    }

    public UpdateLimit limit() {
        return limit;
    }

    public List<String> reloads() {
        return List.copyOf(reloads);
    }

    public void addFlow(String id, String name, String settingsJson) {
        Instant now = clock.now();
        flows.add(new Flow(
                new Flow.Facts(id, name, null, now),
                new FlowState(1, SettingsEdits.read(settingsJson), Flow.ANOTHER_EDITOR, now)));
    }

    public List<String> flowIds() {
        return flows.all().stream().map(flow -> flow.facts().id()).toList();
    }

    public Flow flow(String id) {
        return flows.find(id).orElseThrow(() -> new IllegalArgumentException("There is no flow " + id));
    }
}
