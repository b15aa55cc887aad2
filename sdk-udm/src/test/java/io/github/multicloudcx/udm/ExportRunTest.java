package io.github.multicloudcx.udm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.error.BadRequestException;
import io.github.multicloudcx.core.error.StorageException;
import io.github.multicloudcx.sandbox.RecordedRequest;
import io.github.multicloudcx.sandbox.SplitStyle;
import io.github.multicloudcx.udm.archive.DecryptionKey;
import io.github.multicloudcx.udm.archive.ExportRecord;
import io.github.multicloudcx.udm.archive.WrongKeyException;
import io.github.multicloudcx.udm.export.ExportPhase;
import io.github.multicloudcx.udm.export.ExportProgress;
import io.github.multicloudcx.udm.export.ExportRun;
import io.github.multicloudcx.udm.export.ExportStateException;
import io.github.multicloudcx.udm.export.ExportSummary;
import io.github.multicloudcx.udm.export.ExportedFile;
import io.github.multicloudcx.udm.export.RecordReceiver;
import io.github.multicloudcx.udm.model.Job;
import io.github.multicloudcx.udm.model.SchedulerParam;
import io.github.multicloudcx.udm.model.UcsJobParams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An export in one call, against the sandbox. */
class ExportRunTest {
    @TempDir
    Path directory;

    private final List<ExportProgress> progress = new ArrayList<>();
    private final List<String> records = new ArrayList<>();

    private ExportRun run(Deployment deployment, Job job) throws IOException {
        return deployment
                .udm
                .exports()
                .run(job)
                .to(directory.resolve("out"))
                .name("weekly")
                .decryptWith(key(deployment))
                .deliverTo(record -> records.add(record.json().toString()))
                .onProgress(progress::add);
    }

    private DecryptionKey key(Deployment deployment) throws IOException {
        Path key = Files.writeString(directory.resolve("key.pem"), deployment.sandbox.demoPrivateKey());
        Path certificate = Files.writeString(directory.resolve("cert.pem"), deployment.sandbox.demoCertificate());
        return DecryptionKey.pem(key, certificate);
    }

    private static Job weekly() {
        return Deployment.contacts("weekly").build();
    }

    private static Job split() {
        return Deployment.contacts("weekly")
                .jobParams(UcsJobParams.of("Contact", List.of("chat")).fileSplitSize("1KB"))
                .build();
    }

    private static long requests(Deployment deployment, String operation) {
        return deployment.sandbox.requests(operation).size();
    }

    private static List<RecordedRequest> downloads(Deployment deployment) {
        return deployment.sandbox.requests().stream()
                .filter(request -> request.origin().equals("storage"))
                .toList();
    }

    @Test
    void goesFromTheJobToTheRecords() throws IOException {
        try (Deployment deployment = Deployment.ready()) {
            ExportSummary summary = run(deployment, weekly()).execute();

            assertThat(summary.jobId()).isEqualTo("1");
            assertThat(summary.files()).hasSize(1);
            ExportedFile file = summary.files().get(0);
            assertThat(file.path())
                    .hasBinaryContent(deployment
                            .sandbox
                            .udm()
                            .file(file.path().getFileName().toString()));
            assertThat(file.size()).isEqualTo(Files.size(file.path()));
            assertThat(summary.entries()).isOne();
            assertThat(summary.records()).containsOnlyKeys("Contact");
            assertThat(summary.recordCount()).isEqualTo(records.size()).isPositive();
            assertThat(records.get(0)).contains("\"ContactId\"");
            assertThat(summary.runs()).isOne();
            assertThat(summary.started()).isEqualTo(Deployment.START);
            assertThat(summary.finished()).isAfter(summary.started());
            assertThat(summary.durations().get(ExportPhase.WAIT)).isPositive();
            assertThat(summary.toString())
                    .matches("job 1: 1 file, \\d+ bytes, \\d+ records \\{Contact=\\d+}, \\d+ s, 1 run");
        }
    }

    @Test
    void reportsEachPhaseInItsOrder() throws IOException {
        try (Deployment deployment = Deployment.ready()) {
            ExportSummary unused = run(deployment, weekly()).execute();

            Set<ExportPhase> phases = new LinkedHashSet<>();
            progress.forEach(step -> phases.add(step.phase()));
            assertThat(phases).containsExactly(ExportPhase.values());
            assertThat(progress.stream().filter(step -> step.phase() == ExportPhase.WAIT))
                    .allSatisfy(step -> assertThat(step.item()).isEqualTo("1"))
                    .last()
                    .isEqualTo(new ExportProgress(ExportPhase.WAIT, "1", 100, 100L));
            for (ExportPhase phase : List.of(ExportPhase.DOWNLOAD, ExportPhase.VERIFY, ExportPhase.DELIVER)) {
                ExportProgress last = progress.stream()
                        .filter(step -> step.phase() == phase)
                        .reduce((first, second) -> second)
                        .orElseThrow();
                assertThat(last.done()).as(phase.name()).isEqualTo(last.total());
            }
        }
    }

    @Test
    void runAgainItReturnsTheSameAndSendsNothing() throws IOException {
        try (Deployment deployment = Deployment.ready()) {
            ExportSummary first = run(deployment, weekly()).execute();
            List<String> delivered = List.copyOf(records);
            deployment.sandbox.clearRequests();

            assertThat(run(deployment, weekly()).execute()).isEqualTo(first);
            assertThat(deployment.sandbox.requests()).isEmpty();
            assertThat(records).isEqualTo(delivered);
        }
    }

    @ParameterizedTest
    @EnumSource(SplitStyle.class)
    void putsTheRecordsOfAllPartsTogether(SplitStyle style) throws IOException {
        try (Deployment deployment = Deployment.ready()) {
            ExportSummary whole = run(deployment, weekly()).name("whole").execute();
            List<String> expected = List.copyOf(records);
            records.clear();
            deployment.sandbox.udm().splitStyle(style);

            ExportSummary summary = run(deployment, split()).execute();

            assertThat(records).isEqualTo(expected);
            assertThat(summary.records()).isEqualTo(whole.records());
            if (style == SplitStyle.SLICES_OF_ONE_ZIP) {
                assertThat(summary.files()).hasSizeGreaterThan(2);
            }
            assertThat(summary.files())
                    .extracting(file -> file.path().getFileName().toString())
                    .isEqualTo(deployment.sandbox.udm().fileNames().stream()
                            .skip(1)
                            .toList());
        }
    }

    @ParameterizedTest
    @EnumSource(Generations.class)
    void worksOnEveryGeneration(Generations generation) throws IOException {
        try (Deployment deployment = Deployment.ready();
                CxClient cx = deployment.connect(builder -> builder)) {
            ExportClient client = generation.client(cx);
            long unused = client.jobs().create(split()).execute().id();
            ExportSummary summary = client.exports()
                    .run(split())
                    .to(directory.resolve("out"))
                    .decryptWith(key(deployment))
                    .execute();

            assertThat(summary.jobId()).isEqualTo("2");
            assertThat(summary.files())
                    .hasSizeGreaterThan(2)
                    .allSatisfy(file ->
                            assertThat(file.path().getFileName().toString()).startsWith("UCS-Contact-2-part"));
            assertThat(summary.recordCount()).isPositive();
        }
    }

    enum Generations {
        UDM_V10,
        UDM_V4,
        DATA_DOWNLOAD;

        @SuppressWarnings("deprecation")
        ExportClient client(CxClient cx) {
            return switch (this) {
                case UDM_V10 -> UdmClient.create(cx);
                case UDM_V4 -> UdmV4Client.create(cx);
                case DATA_DOWNLOAD -> DataDownloadClient.create(cx);
            };
        }
    }

    @Test
    void theStateFileHoldsNoSecret() throws IOException {
        try (Deployment deployment = Deployment.ready()) {
            ExportSummary unused = run(deployment, weekly()).execute();

            String state = Files.readString(directory.resolve("out/weekly.export.json"));
            assertThat(state)
                    .contains("\"phase\" : \"DONE\"")
                    .doesNotContain(
                            deployment.sandbox.apiKey(), deployment.sandbox.clientSecret(), "X-Amz-", "PRIVATE");
            assertThat(directory.resolve("out/weekly.export.json.new")).doesNotExist();
        }
    }

    @Test
    void aJobThatExistsIsExportedWithoutCreatingAnother() throws IOException {
        try (Deployment deployment = Deployment.ready()) {
            long id = deployment.create("by hand");
            ExportSummary summary = deployment
                    .udm
                    .exports()
                    .run(id)
                    .to(directory)
                    .decryptWith(key(deployment))
                    .execute();

            assertThat(summary.jobId()).isEqualTo(Long.toString(id));
            assertThat(summary.recordCount()).isPositive();
            assertThat(deployment.sandbox.udm().jobIds()).hasSize(1);
        }
    }

    @Test
    void withoutAKeyItEndsWithTheDownloadAndWithOneLaterItGoesOn() throws IOException {
        try (Deployment deployment = Deployment.ready()) {
            ExportRun download = deployment
                    .udm
                    .exports()
                    .run(weekly())
                    .to(directory.resolve("out"))
                    .name("weekly");
            ExportSummary first = download.execute();
            assertThat(first.files()).hasSize(1);
            assertThat(first.recordCount()).isZero();
            deployment.sandbox.clearRequests();

            assertThat(download.execute()).isEqualTo(first);
            ExportSummary second = run(deployment, weekly()).execute();
            assertThat(second.recordCount()).isEqualTo(records.size()).isPositive();
            assertThat(second.runs()).isEqualTo(2);
            assertThat(deployment.sandbox.requests()).isEmpty();
        }
    }

    @Test
    void aWrongKeyEndsItBeforeAnyRecordAndTheRightOneGoesOn() throws IOException {
        try (Deployment deployment = Deployment.ready();
                Deployment other = Deployment.start()) {
            DecryptionKey wrong = key(other);
            assertThatExceptionOfType(WrongKeyException.class)
                    .isThrownBy(
                            () -> run(deployment, weekly()).decryptWith(wrong).execute());
            assertThat(records).isEmpty();
            int downloads = downloads(deployment).size();

            ExportSummary summary = run(deployment, weekly()).execute();
            assertThat(summary.recordCount()).isEqualTo(records.size()).isPositive();
            assertThat(downloads(deployment)).hasSize(downloads);
            assertThat(deployment.sandbox.udm().jobIds()).hasSize(1);
        }
    }

    @Test
    void aDownloadedPartThatWasDamagedOrDeletedIsFetchedAgain() throws IOException {
        try (Deployment deployment = Deployment.ready()) {
            RecordReceiver full = record -> {
                throw new IOException("disk full");
            };
            assertThatExceptionOfType(StorageException.class)
                    .isThrownBy(() -> run(deployment, split()).deliverTo(full).execute())
                    .withMessageContaining("disk full");
            List<String> names = deployment.sandbox.udm().fileNames();
            Files.writeString(directory.resolve("out").resolve(names.get(0)), "damaged");
            Files.delete(directory.resolve("out").resolve(names.get(1)));
            deployment.sandbox.clearRequests();

            ExportSummary summary = run(deployment, split()).execute();
            assertThat(downloads(deployment)).hasSize(2);
            assertThat(summary.files()).hasSize(names.size());
            assertThat(summary.recordCount()).isPositive();
        }
    }

    @Test
    void partsThatHaveExpiredMeanwhileAreStillRead() throws IOException {
        try (Deployment deployment = Deployment.ready()) {
            RecordReceiver failing = record -> {
                throw new IllegalStateException("not yet");
            };
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(
                            () -> run(deployment, split()).deliverTo(failing).execute());
            deployment.later(Duration.ofDays(31));

            assertThat(run(deployment, split()).execute().recordCount()).isPositive();
        }
    }

    @Test
    void aReceiverThatFailsIsToldAndGetsEverythingNextTime() throws IOException {
        try (Deployment deployment = Deployment.ready()) {
            List<String> events = new ArrayList<>();
            RecordReceiver receiver = new RecordReceiver() {
                @Override
                public void begin() {
                    events.add("begin");
                }

                @Override
                public void accept(ExportRecord record) throws IOException {
                    if (events.size() == 2) {
                        throw new IOException("disk full");
                    }
                    events.add("record");
                }

                @Override
                public void complete() {
                    events.add("complete");
                }

                @Override
                public void abandon() throws IOException {
                    events.add("abandon");
                    throw new IOException("cannot even delete it");
                }
            };
            ExportRun run = run(deployment, weekly()).deliverTo(receiver);
            assertThatExceptionOfType(StorageException.class)
                    .isThrownBy(run::execute)
                    .withMessage(
                            "Could not hand the records over: IOException (disk full); see its cause, and run it again")
                    .satisfies(e -> assertThat(e.getSuppressed())
                            .extracting(Throwable::getMessage)
                            .containsExactly("cannot even delete it"));
            assertThat(events).containsExactly("begin", "record", "abandon");

            ExportSummary summary = run.execute();
            assertThat(events.subList(3, events.size()))
                    .hasSize((int) summary.recordCount() + 2)
                    .startsWith("begin", "record")
                    .endsWith("record", "complete");
            assertThat(summary.runs()).isEqualTo(2);
        }
    }

    @Test
    void anExportWithoutAFileEndsWell() throws IOException {
        try (Deployment deployment = Deployment.ready()) {
            long id = deployment.create("nothing");
            deployment.sandbox.udm().setJobStatus(id, "COMPLETED");

            List<String> events = new ArrayList<>();
            ExportSummary summary = deployment
                    .udm
                    .exports()
                    .run(id)
                    .to(directory)
                    .decryptWith(key(deployment))
                    .deliverTo(new RecordReceiver() {
                        @Override
                        public void accept(ExportRecord record) {
                            events.add("record");
                        }

                        @Override
                        public void complete() {
                            events.add("complete");
                        }
                    })
                    .execute();
            assertThat(summary.files()).isEmpty();
            assertThat(events).containsExactly("complete");
        }
    }

    @Test
    void aFailedJobEndsItUntilItIsForgotten() throws IOException {
        try (Deployment deployment = Deployment.ready()) {
            Job late = Deployment.contacts("weekly")
                    .schedulerParam(SchedulerParam.at(Deployment.START.plus(Duration.ofHours(1))))
                    .build();
            ExportRun run = run(deployment, late).timeout(Duration.ofMinutes(1));
            assertThatExceptionOfType(JobTimeoutException.class).isThrownBy(run::execute);
            deployment.sandbox.udm().failJob(1, "no space");

            assertThatExceptionOfType(JobFailedException.class)
                    .isThrownBy(run::execute)
                    .withMessageContaining("no space");
            assertThatExceptionOfType(JobFailedException.class).isThrownBy(run::execute);
            assertThat(deployment.sandbox.udm().jobIds()).hasSize(1);

            run.forget();
            run.forget();
            assertThat(run(deployment, late).execute().jobId()).isEqualTo("2");
        }
    }

    @Test
    void aRefusedCreationIsTriedAgainByTheNextRun() throws IOException {
        try (Deployment deployment = Deployment.start()) {
            assertThatExceptionOfType(BadRequestException.class)
                    .isThrownBy(() -> run(deployment, weekly()).execute())
                    .withMessageContaining("certificate");
            deployment.sandbox.udm().useCertificate(deployment.sandbox.demoCertificate());

            assertThat(run(deployment, weekly()).execute().recordCount()).isPositive();
            assertThat(requests(deployment, "createExportJobV10")).isEqualTo(2);
            assertThat(requests(deployment, "listExportJobsV10")).isZero();
        }
    }

    @Test
    void aJobMadeFromAnotherOneHasNoMarkButItsOwn() throws IOException {
        try (Deployment deployment = Deployment.ready()) {
            ExportSummary unused = run(
                            deployment,
                            Deployment.contacts("weekly")
                                    .description("for the team")
                                    .build())
                    .execute();
            Job again = deployment
                    .udm
                    .jobs()
                    .get(1)
                    .execute()
                    .toJob("Contact")
                    .schedulerParam(SchedulerParam.now())
                    .build();
            unused = run(deployment, again).name("again").execute();

            assertThat(deployment.udm.jobs().get(2).execute().description())
                    .matches("\\[run [0-9a-f]{16}] for the team")
                    .isNotEqualTo(deployment.udm.jobs().get(1).execute().description());
        }
    }

    @Test
    void anotherExportUnderTheSameNameIsRefused() throws IOException {
        try (Deployment deployment = Deployment.ready()) {
            ExportSummary unused = run(deployment, weekly()).execute();

            assertThatExceptionOfType(ExportStateException.class)
                    .isThrownBy(
                            () -> run(deployment, Deployment.contacts("daily").build())
                                    .execute())
                    .withMessageContaining("weekly.export.json is of another export than \"daily\"")
                    .withMessageContaining("another name")
                    .satisfies(e -> assertThat(e.stateFile()).exists());
        }
    }

    @Test
    void theSameExportOfAnotherDeploymentIsAnotherExport() throws IOException {
        try (Deployment deployment = Deployment.ready();
                Deployment other = Deployment.ready()) {
            ExportSummary unused = run(deployment, weekly()).execute();

            assertThatExceptionOfType(ExportStateException.class)
                    .isThrownBy(() -> run(other, weekly()).execute())
                    .withMessageContaining("or of one on another deployment");
            assertThat(other.sandbox.udm().jobIds()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "{}",
                "{\"version\":2,\"fingerprint\":\"a\",\"mark\":\"b\",\"started\":\"c\"}",
                "{\"phase\":\"NEVER\"}",
                "{\"version\":1,\"fingerprint\":\"a\",\"mark\":\"b\",\"started\":\"yesterday\"}",
                "{\"version\":1,\"fingerprint\":\"a\",\"mark\":\"b\",\"started\":\"2026-01-05T10:00:00Z\",\"parts\":null}"
            })
    void aDamagedStateFileIsNoReasonToCreateAnotherJob(String content) throws IOException {
        try (Deployment deployment = Deployment.ready()) {
            Files.writeString(Files.createDirectories(directory.resolve("out")).resolve("weekly.export.json"), content);

            assertThatExceptionOfType(ExportStateException.class)
                    .isThrownBy(() -> run(deployment, weekly()).execute())
                    .withMessageContaining("does not hold the state of an export");
            assertThat(deployment.sandbox.requests()).isEmpty();
        }
    }

    @Test
    void aSecondRunAtTheSameTimeIsRefused() throws IOException {
        try (Deployment deployment = Deployment.ready()) {
            List<Throwable> refused = new ArrayList<>();
            ExportRun second = run(deployment, weekly());
            ExportSummary unused = run(deployment, weekly())
                    .onProgress(step -> {
                        if (step.phase() == ExportPhase.WAIT && refused.isEmpty()) {
                            refused.add(org.assertj.core.api.Assertions.catchThrowable(second::execute));
                        }
                    })
                    .execute();

            assertThat(refused)
                    .singleElement()
                    .satisfies(e -> assertThat(e)
                            .isInstanceOf(ExportStateException.class)
                            .hasMessageContaining("Another run is at this export"));
        }
    }

    @Test
    void aPartWhoseNameLeadsElsewhereIsRefused() throws IOException {
        try (Deployment deployment = Deployment.ready()) {
            long id = deployment.create("evil");
            deployment
                    .sandbox
                    .faults()
                    .on("listFileMetadatasV10")
                    .body(
                            200,
                            "application/json",
                            "{\"count\":1,\"from\":0,\"size\":10,\"items\":[{\"name\":\"../../evil.smime\",\"historyId\":"
                                    + id + "}]}");

            assertThatExceptionOfType(io.github.multicloudcx.core.error.DownloadException.class)
                    .isThrownBy(() -> deployment
                            .udm
                            .exports()
                            .run(id)
                            .to(directory.resolve("out"))
                            .execute())
                    .withMessageContaining("\"../../evil.smime\"");
            assertThat(directory.resolveSibling("evil.smime")).doesNotExist();
        }
    }

    @Test
    void wrongUseIsNamedBeforeAnythingIsSent() {
        try (Deployment deployment = Deployment.ready()) {
            Job repeated = Deployment.contacts("nightly")
                    .schedulerParam(SchedulerParam.cron("0 2 * * *"))
                    .build();
            ExportRun run = deployment.udm.exports().run(weekly());

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> deployment.udm.exports().run(repeated))
                    .withMessageContaining("repeated");
            assertThatIllegalArgumentException().isThrownBy(run::execute).withMessageContaining("to is required");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> run.to(directory).deliverTo(record -> {}).execute())
                    .withMessage("decryptWith is required when deliverTo is set");
            for (String name : List.of("", " ", ".hidden", "a/b", "..", "a\\b", "x".repeat(101))) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> run.name(name))
                        .withMessageContaining("name");
            }
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> run.timeout(Duration.ZERO))
                    .withMessageContaining("timeout");
            assertThat(deployment.sandbox.requests()).isEmpty();
        }
    }
}
