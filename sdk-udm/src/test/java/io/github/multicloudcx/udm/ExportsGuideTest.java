package io.github.multicloudcx.udm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.multicloudcx.udm.archive.DecryptionKey;
import io.github.multicloudcx.udm.export.ExportPhase;
import io.github.multicloudcx.udm.export.ExportSummary;
import io.github.multicloudcx.udm.model.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/exports.md shows runs. */
class ExportsGuideTest {
    @TempDir
    Path directory;

    @Test
    void everySnippetRuns() throws IOException {
        try (Deployment deployment = Deployment.ready()) {
            Path key = Files.writeString(directory.resolve("key.pem"), deployment.sandbox.demoPrivateKey());
            Path certificate = Files.writeString(directory.resolve("cert.pem"), deployment.sandbox.demoCertificate());
            ExportsSnippets guide = new ExportsSnippets(deployment.udm, directory);
            Job job = Deployment.contacts("weekly").build();

            ExportSummary summary = guide.run(job, key, certificate);
            assertThat(guide.names).hasSize((int) summary.recordCount()).doesNotContainNull();
            assertThat(guide.phases).containsExactly(ExportPhase.values());
            assertThat(guide.again(job)).isEqualTo(summary);

            ExportSummary lines = deployment
                    .udm
                    .exports()
                    .run(1)
                    .to(directory)
                    .name("lines")
                    .decryptWith(DecryptionKey.pem(key, certificate))
                    .deliverTo(guide.receiver())
                    .execute();
            assertThat(Files.readAllLines(directory.resolve("contacts.jsonl"))).hasSize((int) lines.recordCount());
            assertThat(guide.existing(1, DecryptionKey.pem(key, certificate)).records())
                    .isEqualTo(lines.records());
        }
    }

    @Test
    void afterAFailureTheSnippetLetsTheNextRunBeginAnew() {
        try (Deployment deployment = Deployment.ready()) {
            ExportsSnippets guide = new ExportsSnippets(deployment.udm, directory);
            Job job = Deployment.contacts("weekly").suspended(true).build();
            assertThatExceptionOfType(JobTimeoutException.class).isThrownBy(() -> guide.again(job));
            deployment.sandbox.udm().failJob(1, "no space");

            assertThatExceptionOfType(JobFailedException.class).isThrownBy(() -> guide.again(job));
            assertThatExceptionOfType(JobTimeoutException.class).isThrownBy(() -> guide.again(job));
            assertThat(deployment.sandbox.udm().jobIds()).hasSize(2);
        }
    }
}
