package io.github.multicloudcx.udm.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.CxClientBuilder;
import io.github.multicloudcx.sandbox.ContentEncryption;
import io.github.multicloudcx.sandbox.MessageForm;
import io.github.multicloudcx.sandbox.Sandbox;
import io.github.multicloudcx.udm.UdmClient;
import io.github.multicloudcx.udm.export.ExportSummary;
import io.github.multicloudcx.udm.export.ExportedFile;
import io.github.multicloudcx.udm.model.Job;
import io.github.multicloudcx.udm.model.SchedulerParam;
import io.github.multicloudcx.udm.model.TimeFrame;
import io.github.multicloudcx.udm.model.UcsJobParams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What docs/archives.md shows runs, on what the sandbox exports. */
class ArchivesGuideTest {
    @TempDir
    Path directory;

    private List<Path> export(Sandbox sandbox) {
        sandbox.udm().useCertificate(sandbox.demoCertificate());
        Job job = Job.builder()
                .title("contacts")
                .source("UCS")
                .type("UCS")
                .timeFrame(TimeFrame.all())
                .schedulerParam(SchedulerParam.now())
                .jobParams(UcsJobParams.of("Contact", List.of("chat")).fileSplitSize("2KB"))
                .build();
        try (CxClient cx =
                CxClientBuilder.fromEnvironment(sandbox.environment()).build()) {
            ExportSummary summary =
                    UdmClient.create(cx).exports().run(job).to(directory).execute();
            return summary.files().stream().map(ExportedFile::path).toList();
        }
    }

    private Path key(Sandbox sandbox) throws IOException {
        return Files.writeString(directory.resolve("key.pem"), sandbox.demoPrivateKey());
    }

    private Path certificate(Sandbox sandbox) throws IOException {
        return Files.writeString(directory.resolve("cert.pem"), sandbox.demoCertificate());
    }

    private static Sandbox sandbox() {
        return Sandbox.builder().jobDuration(Duration.ZERO).start();
    }

    @Test
    void everySnippetRuns() throws IOException {
        ArchivesSnippets guide = new ArchivesSnippets();
        try (Sandbox sandbox = sandbox()) {
            List<Path> parts = export(sandbox);
            DecryptionKey key = DecryptionKey.pem(key(sandbox), certificate(sandbox));
            assertThat(parts).hasSizeGreaterThan(2);
            assertThat(guide.parts(parts, key)).isEqualTo(200);
            try (ExportArchive archive = ExportArchive.decrypt(parts, key).limits(guide.limits())) {
                assertThat(guide.contacts(archive)).isEqualTo(200);
                Path zip = directory.resolve("whole.zip");
                assertThat(guide.all(archive, directory.resolve("out"), zip).records())
                        .isEqualTo(200);
                assertThat(directory.resolve("out/Contact-1.json")).isNotEmptyFile();
                Path sealed = Files.write(
                        directory.resolve("whole.p7m"),
                        ForeignMessage.of(certificate(sandbox), Files.readAllBytes(zip)));
                guide.records(sealed, key(sandbox), certificate(sandbox));
                assertThat(guide.names).hasSize(200).doesNotContainNull();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ContentEncryption.class)
    void whatTheSandboxEncryptsOpensInEveryForm(ContentEncryption encryption) throws IOException {
        for (MessageForm form : MessageForm.values()) {
            try (Sandbox sandbox = sandbox()) {
                sandbox.udm().contentEncryption(encryption);
                sandbox.udm().messageForm(form);
                List<Path> parts = export(sandbox);
                DecryptionKey key = DecryptionKey.pem(key(sandbox), certificate(sandbox));
                assertThat(new ArchivesSnippets().parts(parts, key))
                        .as(form.name())
                        .isEqualTo(200);
            }
            Files.delete(directory.resolve("export.export.json"));
        }
    }
}
