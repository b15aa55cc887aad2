package io.github.multicloudcx.udm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.TimeSource;
import io.github.multicloudcx.core.error.CallInterruptedException;
import io.github.multicloudcx.core.error.ConnectionException;
import io.github.multicloudcx.core.error.DownloadException;
import io.github.multicloudcx.core.error.StorageException;
import io.github.multicloudcx.udm.archive.DecryptionKey;
import io.github.multicloudcx.udm.archive.ExportRecord;
import io.github.multicloudcx.udm.archive.WrongKeyException;
import io.github.multicloudcx.udm.export.ExportPhase;
import io.github.multicloudcx.udm.export.ExportRun;
import io.github.multicloudcx.udm.export.ExportStateException;
import io.github.multicloudcx.udm.export.ExportSummary;
import io.github.multicloudcx.udm.export.RecordReceiver;
import io.github.multicloudcx.udm.model.Job;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to an export at night: clocks, interrupts, keys, names, locks. */
class ExportRunTroubleTest {
    @TempDir
    Path directory;

    private DecryptionKey key(Deployment deployment) throws IOException {
        Path key = Files.writeString(directory.resolve("key.pem"), deployment.sandbox.demoPrivateKey());
        Path certificate = Files.writeString(directory.resolve("cert.pem"), deployment.sandbox.demoCertificate());
        return DecryptionKey.pem(key, certificate);
    }

    private ExportRun run(Deployment deployment, UdmClient udm, Job job) throws IOException {
        return udm.exports().run(job).to(directory.resolve("out")).decryptWith(key(deployment));
    }

    private ExportRun run(Deployment deployment) throws IOException {
        return run(deployment, deployment.udm, Deployment.contacts("nightly").build());
    }

    private record Behind(TimeSource real, Duration by) implements TimeSource {
        @Override
        public Instant now() {
            return real.now().minus(by);
        }

        @Override
        public long nanoTime() {
            return real.nanoTime();
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            real.sleep(duration);
        }
    }

    @Test
    void aClockThatWasPutBackDoesNotMakeTheNextRunLookForDays() throws IOException {
        try (Deployment deployment = Deployment.ready();
                CxClient behind = deployment.connect(
                        builder -> builder.timeSource(new Behind(deployment.time(), Duration.ofDays(3))))) {
            deployment.sandbox.faults().on("createExportJobV10").resetBeforeAnswer();
            assertThatExceptionOfType(ConnectionException.class)
                    .isThrownBy(() -> run(deployment).execute());
            Instant begin = deployment.sandbox.clock().now();

            Job job = Deployment.contacts("nightly").build();
            assertThat(run(deployment, UdmClient.create(behind), job).execute().recordCount())
                    .isPositive();
            assertThat(deployment.sandbox.clock().now()).isBefore(begin.plus(Duration.ofHours(1)));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DOWNLOAD", "VERIFY", "DELIVER"})
    void anInterruptEndsItInEveryPhaseAndTheNextRunGoesOn(ExportPhase phase) throws IOException {
        try (Deployment deployment = Deployment.ready(builder -> builder.recordsPerExport(3000))) {
            List<String> events = new ArrayList<>();
            RecordReceiver receiver = new RecordReceiver() {
                @Override
                public void accept(ExportRecord record) {
                    if (events.isEmpty()) {
                        events.add("record");
                    }
                }

                @Override
                public void complete() {
                    events.add("complete");
                }
            };
            ExportRun run = run(deployment).deliverTo(receiver);
            assertThatExceptionOfType(CallInterruptedException.class)
                    .isThrownBy(() -> run.onProgress(progress -> {
                                if (progress.phase() == phase) {
                                    Thread.currentThread().interrupt();
                                }
                            })
                            .execute());
            assertThat(Thread.interrupted()).isTrue();
            assertThat(events).doesNotContain("complete");

            assertThat(run.execute().recordCount()).isEqualTo(3000);
            assertThat(events).endsWith("complete");
            assertThat(deployment.sandbox.udm().jobIds()).hasSize(1);
        }
    }

    @Test
    void anInterruptEndsTheDeliveryAtTheNextRecord() throws IOException {
        try (Deployment deployment = Deployment.ready(builder -> builder.recordsPerExport(10))) {
            List<ExportRecord> taken = new ArrayList<>();
            assertThatExceptionOfType(CallInterruptedException.class)
                    .isThrownBy(() -> run(deployment)
                            .deliverTo(record -> {
                                taken.add(record);
                                Thread.currentThread().interrupt();
                            })
                            .execute());
            assertThat(Thread.interrupted()).isTrue();
            assertThat(taken).hasSize(1);
        }
    }

    @Test
    void whatAListenerThrowsWhileItVerifiesIsNotTakenForDamage() throws IOException {
        try (Deployment deployment = Deployment.ready()) {
            IllegalArgumentException own = new IllegalArgumentException("no such widget");
            Throwable failure = catchThrowable(() -> run(deployment)
                    .onProgress(progress -> {
                        if (progress.phase() == ExportPhase.VERIFY) {
                            throw own;
                        }
                    })
                    .execute());
            assertThat(failure).isSameAs(own);
        }
    }

    @Test
    void afterAWrongKeyNothingIsAskedOfTheServerAgain() throws IOException {
        try (Deployment deployment = Deployment.ready();
                Deployment other = Deployment.start()) {
            DecryptionKey wrong = key(other);
            assertThatExceptionOfType(WrongKeyException.class)
                    .isThrownBy(() -> run(deployment).decryptWith(wrong).execute());
            deployment.sandbox.clearRequests();

            assertThat(run(deployment).execute().recordCount()).isPositive();
            assertThat(deployment.sandbox.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"NUL.smime", "half \\ud83d of a sign.smime", "export.smime "})
    void aPartThatCannotBeAFileHereIsNamed(String name) throws IOException {
        try (Deployment deployment = Deployment.ready()) {
            long id = deployment.create("odd");
            deployment
                    .sandbox
                    .faults()
                    .on("listFileMetadatasV10")
                    .body(
                            200,
                            "application/json",
                            "{\"count\":1,\"from\":0,\"size\":10,\"items\":[{\"name\":\"" + name + "\"}]}");
            assertThatExceptionOfType(DownloadException.class)
                    .isThrownBy(() -> deployment
                            .udm
                            .exports()
                            .run(id)
                            .to(directory.resolve("out"))
                            .execute())
                    .withMessageContaining("which cannot be the name of a file here");
        }
    }

    @Test
    void aLostCreationIsFoundWhateverItsTitleAndDescription() throws IOException {
        try (Deployment deployment = Deployment.ready()) {
            Job job = Deployment.contacts("50% & more? \"Müller\" + #1/2")
                    .description("every night, ".repeat(100))
                    .build();
            deployment.sandbox.faults().on("createExportJobV10").resetAfterBytes(0);

            ExportSummary summary = run(deployment, deployment.udm, job).execute();
            assertThat(summary.recordCount()).isPositive();
            assertThat(deployment.sandbox.udm().jobIds()).hasSize(1);
            assertThat(deployment.sandbox.requests("createExportJobV10").get(0).bodyText())
                    .containsPattern("\"description\":\"\\[run [0-9a-f]{16}] every night, ");
        }
    }

    @Test
    void aDirectoryThatIsAFileIsNamedBeforeAnythingIsSent() throws IOException {
        try (Deployment deployment = Deployment.ready()) {
            Files.writeString(directory.resolve("out"), "a file");
            assertThatExceptionOfType(StorageException.class)
                    .isThrownBy(() -> run(deployment).execute())
                    .withMessageContaining("Could not make the directory");
            assertThat(deployment.sandbox.requests()).isEmpty();
        }
    }

    /** Tells whether another process gets the lock; run as one. */
    static final class OtherProcess {
        private OtherProcess() {}

        public static void main(String[] args) throws IOException {
            try (FileChannel channel = FileChannel.open(Path.of(args[0]), StandardOpenOption.WRITE)) {
                System.out.print(channel.tryLock() == null ? "kept out" : "let in");
            }
        }
    }

    private static String otherProcess(Path lock) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProcess.class.getName(),
                        lock.toString())
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void aSecondClientThatIsRefusedDoesNotGiveUpTheLockOfTheFirst() throws IOException {
        try (Deployment deployment = Deployment.ready();
                CxClient cx = deployment.connect(builder -> builder)) {
            ExportRun second = run(
                    deployment,
                    UdmClient.create(cx),
                    Deployment.contacts("nightly").build());
            List<Object> seen = new ArrayList<>();
            Path lock = directory.resolve("out/export.export.json.lock");
            ExportSummary first = run(deployment)
                    .onProgress(progress -> {
                        if (progress.phase() == ExportPhase.VERIFY && seen.isEmpty()) {
                            seen.add(catchThrowable(second::execute));
                            seen.add(catchThrowable(second::execute));
                            try {
                                seen.add(otherProcess(lock));
                            } catch (IOException e) {
                                seen.add(e);
                            }
                        }
                    })
                    .execute();

            assertThat(seen.subList(0, 2)).hasOnlyElementsOfType(ExportStateException.class);
            assertThat(seen.get(2)).isEqualTo("kept out");
            assertThat(second.execute()).isEqualTo(first);
            assertThat(otherProcess(lock)).isEqualTo("let in");
        }
    }
}
