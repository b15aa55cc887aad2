package io.github.multicloudcx.examples.architect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.core.RetryPolicy;
import io.github.multicloudcx.sandbox.FlowVersion;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ManyEditorsTest {
    private static final int EDITORS = 50;

    private final ArchitectDeployment it = new ArchitectDeployment();
    private final ExecutorService threads = Executors.newFixedThreadPool(EDITORS);

    @AfterEach
    void close() {
        threads.shutdownNow();
        it.close();
    }

    @Test
    void fiftyEditorsOfOneManagerAllGetTheirKeyIn() throws Exception {
        FlowSettingsManager manager = patient(it.client());
        allKeysAreIn(i -> manager);
    }

    @Test
    void fiftyEditorsWithConnectionsOfTheirOwnAllGetTheirKeyIn() throws Exception {
        List<FlowSettingsManager> managers =
                IntStream.range(0, EDITORS).mapToObj(i -> patient(it.client())).toList();
        allKeysAreIn(managers::get);
    }

    /** With answers lost on the way, too. */
    @Test
    void fiftyEditorsWhoseAnswersAreLostAllGetTheirKeyInOnce() throws Exception {
        for (int i = 0; i < 10; i++) {
            it.sandbox.faults().on("patchFlow").after(3 * i).loseAnswer();
        }
        FlowSettingsManager manager = patient(it.client());
        allKeysAreIn(i -> manager);
    }

    private FlowSettingsManager patient(ArchitectClient client) {
        return it.manager(client)
                .tries(RetryPolicy.standard().maxAttempts(500).baseDelay(java.time.Duration.ofMillis(1)))
                .build();
    }

    private void allKeysAreIn(IntFunction<FlowSettingsManager> managers) throws Exception {
        List<Future<FlowUpdate>> updates = IntStream.range(0, EDITORS)
                .mapToObj(i -> threads.submit(() -> managers.apply(i)
                        .update(it.change("{'configurationMatrix':{'parameter_" + i + "':{'key':'k" + i + "','value':"
                                + i + "}}}"))))
                .toList();
        for (Future<FlowUpdate> update : updates) {
            assertThat(update.get().changed()).isTrue();
        }
        assertThat(it.settings().path("routing").path("type").asText()).isEqualTo("longestAvailable");
        assertThat(it.settings().path("configurationMatrix")).hasSize(EDITORS);
        for (int i = 0; i < EDITORS; i++) {
            assertThat(it.settings()
                            .at("/configurationMatrix/parameter_" + i + "/value")
                            .asInt())
                    .isEqualTo(i);
        }
        assertThat(it.architect.history(ArchitectDeployment.ID))
                .extracting(FlowVersion::version)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(14, 14 + EDITORS).boxed().toList());
        assertThat(it.audit.entries.stream()
                        .filter(entry -> entry.event() == AuditEvent.CHANGED)
                        .map(AuditEntry::version)
                        .sorted())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(15, 14 + EDITORS).boxed().toList());
    }
}
