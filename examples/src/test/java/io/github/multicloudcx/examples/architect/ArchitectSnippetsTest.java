package io.github.multicloudcx.examples.architect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.core.ApiFamily;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.auth.OAuthEndpoint;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The snippets of docs/architect.md. */
class ArchitectSnippetsTest {
    @TempDir
    Path directory;

    private final ArchitectDeployment it = new ArchitectDeployment();
    private final List<String> shown = new ArrayList<>();

    @AfterEach
    void close() {
        it.close();
    }

    private void show(String text) {
        shown.add(text);
    }

    @Test
    void aChangeFromAFile() throws IOException {
        String address = it.sandbox.baseUrl().toString();
        String clientId = it.architect.clientId();
        String clientSecret = it.architect.clientSecret();
        Path file = Files.writeString(
                directory.resolve("change.yaml"),
                "flow: Primary Architecture Flow\norganizationId: " + it.architect.organizationId()
                        + "\nsettings: {a: 1}\n");
        Path auditFile = directory.resolve("audit.jsonl");
        try (ArchitectClient client = ArchitectClient.connect(
                CxClient.builder().baseUrl(ApiFamily.ARCHITECT, address),
                ArchitectEndpoints.standard(),
                clientId,
                clientSecret)) {
            FlowSettingsManager manager = FlowSettingsManager.builder(client, AuditLog.open(auditFile))
                    .who("nightly job")
                    .interval(Duration.ofSeconds(10), Duration.ofMinutes(1))
                    .build();
            try {
                FlowUpdate update = manager.update(FlowChange.read(file));
                update.diff().forEach(this::show); // + /routing/maxWaitTime: 600
                update.warnings().forEach(this::show); // not reloaded: ...
            } catch (FlowConflictException e) {
                e.diff().forEach(this::show); // ! /routing/type: was "a", is to be "b", but is "c" now
            } catch (FlowUpdateException e) {
                show(e.state() + ": " + e.getMessage()); // AS_BEFORE or UNKNOWN
            }
        }
        assertThat(shown).containsExactly("+ /a: 1");
    }

    @Test
    void otherEndpoints() {
        ArchitectEndpoints vendor = ArchitectEndpoints.standard()
                .flowsPath("/api/v2/flows")
                .updateMethod("PUT")
                .token(OAuthEndpoint.at(URI.create("https://login.mypurecloud.com/oauth/token")));
        assertThat(vendor.flowsPath()).isEqualTo("/api/v2/flows");
    }
}
