package io.github.multicloudcx.examples.architect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What must be so before a flow is changed: the scopes of the token, and what the new settings refer to. */
final class Dependencies {
    private final ArchitectClient client;
    private final FlowSearch search;

    Dependencies(ArchitectClient client, FlowSearch search) {
        this.client = client;
        this.search = search;
    }

    /** Refuses when something is missing, naming all of it. */
    void verify(UpdateRequest request, JsonNode settings) {
        List<String> problems = new ArrayList<>();
        List<String> scopes = client.missingScopes();
        if (!scopes.isEmpty()) {
            problems.add("the OAuth client was not granted the scopes " + String.join(", ", scopes));
        }
        List<String> missing = request.dependsOn().stream()
                .filter(name -> !search.exists(name))
                .toList();
        if (!missing.isEmpty()) {
            problems.add("it depends on flows that do not exist: " + String.join(", ", missing));
        }
        JsonNode scope = settings.path("routing").path("scope");
        if (scope.path("type").asText("").equals("org")
                && !scope.path("id").asText("").equals(request.organizationId())) {
            problems.add("/settings/routing/scope/id is not the organization " + request.organizationId());
        }
        if (!problems.isEmpty()) {
            throw new FlowUpdateException(
                    "Flow \"" + request.flow() + "\" not changed: " + String.join("; ", problems),
                    FlowState.AS_BEFORE,
                    null);
        }
    }
}
