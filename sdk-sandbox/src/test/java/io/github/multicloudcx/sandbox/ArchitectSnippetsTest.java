package io.github.multicloudcx.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The snippet of docs/sandbox.md on Architect. */
class ArchitectSnippetsTest {
    @Test
    void has_another_editor_overtake_updates() {
        try (Sandbox sandbox = Sandbox.start()) {
            ArchitectControl architect = sandbox.architect();
            String flow = architect.flowIds().get(0);
            architect.edit(flow, "/routing/maxWaitTime", "600"); // version 15, by another editor
            architect.interfere(flow, 2, "/routing/maxWaitTime", "900"); // overtakes the next two updates

            assertThat(ArchitectWeb.patch(sandbox, 16, "{}").statusCode()).isEqualTo(409);
            assertThat(ArchitectWeb.patch(sandbox, 17, "{}").statusCode()).isEqualTo(409);
            assertThat(ArchitectWeb.patch(sandbox, 18, "{}").statusCode()).isEqualTo(200);
        }
    }
}
