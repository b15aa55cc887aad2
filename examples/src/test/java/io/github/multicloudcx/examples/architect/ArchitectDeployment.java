package io.github.multicloudcx.examples.architect;

import io.github.multicloudcx.core.ApiFamily;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.CxClientBuilder;
import io.github.multicloudcx.examples.ClockOfSandbox;
import io.github.multicloudcx.sandbox.ArchitectControl;
import io.github.multicloudcx.sandbox.Sandbox;
import io.github.multicloudcx.sandbox.SandboxClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A sandbox with one flow, on a clock of its own, and what a test needs to change the flow. */
final class ArchitectDeployment implements AutoCloseable {
    static final String FLOW = "Primary Architecture Flow";
    static final String ID = "a1b2c3d4-e5f6-7890-abcd-ef1234567890";

    final SandboxClock clock = SandboxClock.manual(Instant.parse("2026-03-01T08:00:00Z"));
    final Sandbox sandbox = Sandbox.builder().clock(clock).start();
    final ArchitectControl architect = sandbox.architect();
    final MemoryAudit audit = new MemoryAudit();
    private final List<ArchitectClient> clients = new ArrayList<>();

    ArchitectClient client() {
        return client(builder -> builder);
    }

    ArchitectClient client(UnaryOperator<CxClientBuilder> settings) {
        return client(ArchitectEndpoints.standard(), settings);
    }

    ArchitectClient client(ArchitectEndpoints endpoints, UnaryOperator<CxClientBuilder> settings) {
        CxClientBuilder connection = CxClient.builder()
                .baseUrl(ApiFamily.ARCHITECT, sandbox.baseUrl().toString())
                .timeSource(new ClockOfSandbox(clock));
        ArchitectClient client = ArchitectClient.connect(
                settings.apply(connection), endpoints, architect.clientId(), architect.clientSecret());
        clients.add(client);
        return client;
    }

    /** A manager that does not make updates wait. */
    FlowSettingsManager.Builder manager() {
        return manager(client());
    }

    FlowSettingsManager.Builder manager(ArchitectClient client) {
        return FlowSettingsManager.builder(client, audit).who("jane").interval(Duration.ZERO, Duration.ZERO);
    }

    /** A change in JSON with single quotes. */
    FlowChange change(String settings) {
        return new FlowChange(FLOW, architect.organizationId(), Json.of(settings), null);
    }

    com.fasterxml.jackson.databind.JsonNode settings() {
        return Json.of(architect.settings(ID));
    }

    @Override
    public void close() {
        clients.forEach(ArchitectClient::close);
        note();
        sandbox.close();
        sandbox.assertNoViolations();
    }

    /** For the contract coverage of the build. */
    private void note() {
        try {
            Files.write(
                    Path.of(System.getProperty("contract.coverage.file", "target/contract-coverage.txt")),
                    sandbox.exercisedOperations(),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
