package io.github.multicloudcx.udm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.multicloudcx.core.DownloadedFile;
import io.github.multicloudcx.core.error.BadRequestException;
import io.github.multicloudcx.core.error.NotFoundException;
import io.github.multicloudcx.sandbox.FileLinksShape;
import io.github.multicloudcx.sandbox.RecordedRequest;
import io.github.multicloudcx.sandbox.UndeletedShape;
import io.github.multicloudcx.udm.model.FileLinks;
import io.github.multicloudcx.udm.model.FileMetadata;
import io.github.multicloudcx.udm.model.JobInfo;
import io.github.multicloudcx.udm.model.JobProgress;
import io.github.multicloudcx.udm.model.SchedulerParam;
import io.github.multicloudcx.udm.model.UcsJobParams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How exports go, against the sandbox. */
class ExportLifeCycleTest {
    @TempDir
    Path directory;

    @Test
    void anExportFromTheCertificateToTheFile() throws IOException, NoSuchAlgorithmException {
        try (Deployment deployment = Deployment.start()) {
            UdmClient udm = deployment.udm;
            Path pem = Files.writeString(directory.resolve("cert.pem"), deployment.sandbox.demoCertificate());
            assertThat(udm.certificates().upload(pem).execute()).isNotNull();
            List<Integer> percents = new ArrayList<>();
            JobInfo job =
                    udm.jobs().create(Deployment.contacts("weekly").build()).execute();
            JobInfo done = udm.jobs()
                    .await(job.id())
                    .pollInterval(Duration.ofSeconds(1))
                    .onProgress(progress -> percents.add(progress.progress()))
                    .execute();

            assertThat(percents).containsExactly(0, 25, 50, 75, 100);
            assertThat(done.jobStatus().done()).isTrue();
            assertThat(done.rangeEnd()).isEqualTo(Deployment.START);
            DownloadedFile file = udm.files()
                    .download(done.fileName())
                    .sha256()
                    .to(directory.resolve("contacts.smime"))
                    .execute();
            byte[] content = deployment.sandbox.udm().file(done.fileName());
            assertThat(file.path()).hasBinaryContent(content);
            assertThat(file.size()).isEqualTo(done.fileSize());
            assertThat(file.sha256())
                    .isEqualTo(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
            assertThat(directory.resolve("contacts.smime.part")).doesNotExist();
        }
    }

    @Test
    void aJobNeedsACertificate() {
        try (Deployment deployment = Deployment.start()) {
            assertThatExceptionOfType(BadRequestException.class)
                    .isThrownBy(() -> deployment.create("too early"))
                    .withMessageContaining("a certificate has been uploaded");
        }
    }

    @Test
    void aBrokenDownloadIsResumed() {
        try (Deployment deployment = Deployment.ready()) {
            JobInfo done = deployment.export("weekly");
            deployment.sandbox.faults().onStorage().resetAfterBytes(100);
            Path file = deployment
                    .udm
                    .files()
                    .download(done.fileName())
                    .to(directory.resolve("a.smime"))
                    .execute();
            assertThat(file).hasBinaryContent(deployment.sandbox.udm().file(done.fileName()));
            List<RecordedRequest> storage = deployment.sandbox.requests().stream()
                    .filter(request -> request.origin().equals("storage"))
                    .toList();
            assertThat(storage).hasSize(2);
            assertThat(storage.get(1).header("Range")).startsWith("bytes=");
        }
    }

    @Test
    void anExpiredLinkIsAskedForAnew() {
        try (Deployment deployment = Deployment.ready()) {
            JobInfo done = deployment.export("weekly");
            deployment.sandbox.faults().onStorage().expiredLink();
            Path file = deployment
                    .udm
                    .files()
                    .download(done.fileName())
                    .to(directory.resolve("a.smime"))
                    .execute();
            assertThat(file).hasBinaryContent(deployment.sandbox.udm().file(done.fileName()));
            assertThat(deployment.sandbox.requests("downloadFileV10")).hasSize(2);
        }
    }

    @Test
    void filesAreGoneAfter30Days() {
        try (Deployment deployment = Deployment.ready()) {
            JobInfo done = deployment.export("weekly");
            deployment.later(Duration.ofDays(31));
            assertThatExceptionOfType(NotFoundException.class)
                    .isThrownBy(() -> deployment
                            .udm
                            .files()
                            .download(done.fileName())
                            .to(directory.resolve("a.smime"))
                            .execute())
                    .withMessageContaining("files are kept for 30 days");
            assertThat(deployment.udm.files().list().page().execute().items()).isEmpty();
            assertThat(directory.resolve("a.smime")).doesNotExist();
        }
    }

    @Test
    void aSplitExportHasSeveralFiles() {
        try (Deployment deployment = Deployment.ready(builder -> builder.recordsPerExport(2000))) {
            long id = deployment.create(Deployment.contacts("big")
                    .jobParams(UcsJobParams.of("Contact", List.of()).fileSplitSize("10"))
                    .build());
            JobInfo done = deployment.udm.jobs().await(id).execute();
            assertThat(done.fileSplitSize()).isEqualTo("10");
            try (Stream<FileMetadata> files = deployment.udm.files().list().historyId(id).stream()) {
                List<String> names = files.map(FileMetadata::name).toList();
                assertThat(names).hasSizeGreaterThan(1);
                assertThat(deployment.udm.files().links(names).execute().links())
                        .hasSameSizeAs(names);
            }
        }
    }

    @Test
    void aFailedJobIsThrownWithItsReason() {
        try (Deployment deployment = Deployment.ready()) {
            long id = deployment.create("weekly");
            deployment.sandbox.udm().failJob(id, "disk full");
            assertThatExceptionOfType(JobFailedException.class)
                    .isThrownBy(() -> deployment.udm.jobs().await(id).execute())
                    .withMessageContaining("disk full")
                    .satisfies(e -> assertThat(e.job().id()).isEqualTo(id));
            assertThat(deployment.udm.jobs().await(id).outcome()).isInstanceOf(JobOutcome.Failed.class);
        }
    }

    @Test
    void aCancelledJobIsThrown() {
        try (Deployment deployment = Deployment.ready()) {
            long id = deployment.create("weekly");
            deployment.udm.jobs().cancel(id).execute();
            assertThatExceptionOfType(JobCancelledException.class)
                    .isThrownBy(() -> deployment.udm.jobs().await(id).execute());
        }
    }

    @Test
    void aSuspendedJobTimesOutAndIsDoneAfterItIsResumed() {
        try (Deployment deployment = Deployment.ready()) {
            long id = deployment.create(
                    Deployment.contacts("weekly").suspended(true).build());
            JobOutcome outcome = deployment
                    .udm
                    .jobs()
                    .await(id)
                    .timeout(Duration.ofHours(3))
                    .pollInterval(Duration.ofMinutes(10))
                    .outcome();
            assertThat(outcome).isInstanceOfSatisfying(JobOutcome.TimedOut.class, over -> {
                assertThat(over.id()).isEqualTo(Long.toString(id));
                assertThat(over.progress()).isEqualTo(new JobProgress(0, "SUSPENDED"));
            });
            assertThat(deployment.sandbox.clock().now()).isEqualTo(Deployment.START.plus(Duration.ofHours(3)));
            assertThat(deployment.udm.jobs().resume(id).execute().status()).isEqualTo("RUNNING");
            assertThat(deployment.udm.jobs().await(id).execute().status()).isEqualTo("COMPLETED");
        }
    }

    @Test
    void withoutAnyStatusTheFileTellsThatItIsDone() {
        try (Deployment deployment = Deployment.ready()) {
            deployment.sandbox.udm().omitStatus(true);
            JobInfo done = deployment.export("weekly");
            assertThat(done.status()).isNull();
            assertThat(done.fileName()).isNotBlank();
        }
    }

    @Test
    void anUnknownStatusGoesOnWaiting() {
        try (Deployment deployment = Deployment.ready()) {
            long id = deployment.create("weekly");
            deployment.sandbox.udm().setJobStatus(id, "PACKING");
            JobInfo done = deployment.udm.jobs().await(id).execute();
            assertThat(done.status()).isEqualTo("PACKING");
            assertThat(done.fileName()).isNotBlank();
        }
    }

    @Test
    void whatPassesDoesNotEndTheWait() {
        try (Deployment deployment = Deployment.ready()) {
            long id = deployment.create("weekly");
            deployment.sandbox.faults().on("getExportProgressV10").times(4).status(503);
            deployment.sandbox.faults().on("getExportProgressV10").resetBeforeAnswer();
            assertThat(deployment.udm.jobs().await(id).execute().status()).isEqualTo("COMPLETED");
            assertThat(deployment.sandbox.faults().pending()).isZero();
        }
    }

    @Test
    void aTokenThatExpiresDuringTheWaitIsRenewed() {
        try (Deployment deployment = Deployment.ready()) {
            long id = deployment.create("weekly");
            deployment.sandbox.faults().on("getExportProgressV10").expiredToken();
            assertThat(deployment.udm.jobs().await(id).execute().status()).isEqualTo("COMPLETED");
        }
    }

    @Test
    void aDeletedJobIsFoundInTheHistory() {
        try (Deployment deployment = Deployment.ready()) {
            long id = deployment.export("weekly").id();
            deployment.udm.jobs().delete(id).execute();
            assertThat(deployment.udm.jobs().await(id).execute().title()).isEqualTo("weekly");
            deployment.udm.history().delete(id).execute();
            assertThatExceptionOfType(JobNotFoundException.class)
                    .isThrownBy(() -> deployment.udm.jobs().await(id).execute());
        }
    }

    @Test
    void idsMayBeTexts() {
        try (Deployment deployment = Deployment.ready()) {
            deployment.sandbox.udm().idsAsStrings(true);
            assertThat(deployment.export("weekly").id()).isPositive();
        }
    }

    @Test
    void listsAreFilteredSortedAndPaged() {
        try (Deployment deployment = Deployment.ready()) {
            for (String title : List.of("nightly b", "weekly", "nightly a")) {
                deployment.create(title);
                deployment.later(Duration.ofMinutes(1));
            }
            assertThat(titles(deployment.udm.jobs().list().title("nightly").orderBy("title")))
                    .containsExactly("nightly a", "nightly b");
            assertThat(titles(
                            deployment.udm.jobs().list().orderBy("createdDate").descending()))
                    .containsExactly("nightly a", "weekly", "nightly b");
            assertThat(titles(deployment.udm.history().list().size(2).from(1))).containsExactly("weekly", "nightly a");
            assertThat(titles(deployment.udm.jobs().list().type("DataSync"))).isEmpty();
            assertThat(titles(deployment.udm.history().list().status("COMPLETED")))
                    .hasSize(3);
        }
    }

    private static List<String> titles(ItemList<JobInfo, ?> list) {
        try (Stream<JobInfo> jobs = list.stream()) {
            return jobs.map(JobInfo::title).toList();
        }
    }

    @Test
    void aLongListIsStreamed() {
        try (Deployment deployment = Deployment.ready()) {
            deployment.sandbox.udm().addFinishedJobs(5000);
            try (Stream<JobInfo> jobs = deployment.udm.jobs().list().size(1000).stream()) {
                assertThat(jobs.mapToLong(JobInfo::id).distinct().count()).isEqualTo(5000);
            }
            assertThat(deployment.sandbox.requests("listExportJobsV10")).hasSize(5);
        }
    }

    @Test
    void filesAreFilteredByDate() {
        try (Deployment deployment = Deployment.ready()) {
            deployment.export("weekly");
            FileList files = deployment.udm.files().list();
            assertThat(files.startDate(Deployment.START).page().execute().items())
                    .hasSize(1);
            assertThat(files.endDate(Deployment.START).page().execute().items()).isEmpty();
        }
    }

    @Test
    void runsOfARepeatedJobNameTheirParent() {
        try (Deployment deployment = Deployment.ready()) {
            long id = deployment.create(Deployment.contacts("hourly")
                    .schedulerParam(SchedulerParam.cron("0 * * * *").runs(2))
                    .build());
            deployment.later(Duration.ofHours(5));
            try (Stream<JobInfo> runs = deployment.udm.history().list().jobId(id).stream()) {
                assertThat(runs.map(JobInfo::parentId)).containsExactly(id, id);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(UndeletedShape.class)
    void whatCannotBeDeletedIsNamed(UndeletedShape shape) {
        try (Deployment deployment = Deployment.ready()) {
            long first = deployment.export("first").id();
            long second = deployment.export("second").id();
            deployment.sandbox.udm().undeletable(Long.toString(second));
            deployment.sandbox.udm().undeletedShape(shape);
            assertThat(deployment.udm.jobs().deleteAll(first, second).execute().notDeleted())
                    .containsExactly(Long.toString(second));
            assertThat(deployment
                            .udm
                            .history()
                            .deleteAll(first, second)
                            .execute()
                            .deleted())
                    .containsExactly(Long.toString(first));
        }
    }

    @ParameterizedTest
    @EnumSource(UndeletedShape.class)
    void filesThatCannotBeDeletedAreNamed(UndeletedShape shape) {
        try (Deployment deployment = Deployment.ready()) {
            deployment.sandbox.udm().addFile("a b.smime", new byte[] {1});
            deployment.sandbox.udm().addFile("größe.smime", new byte[] {1});
            deployment.sandbox.udm().undeletable("größe.smime");
            deployment.sandbox.udm().undeletedShape(shape);
            assertThat(deployment
                            .udm
                            .files()
                            .deleteAll(List.of("a b.smime", "größe.smime"))
                            .execute()
                            .notDeleted())
                    .containsExactly("größe.smime");
        }
    }

    @ParameterizedTest
    @EnumSource(FileLinksShape.class)
    void linksComeInAnyShape(FileLinksShape shape) {
        try (Deployment deployment = Deployment.ready()) {
            String file = deployment.export("weekly").fileName();
            deployment.sandbox.udm().fileLinksShape(shape);
            FileLinks links = deployment.udm.files().links(List.of(file)).execute();
            assertThat(links.links()).hasSize(1);
            assertThat(links.links().get(0).path())
                    .startsWith(deployment.sandbox.storageUrl().toString());
            assertThat(deployment.udm.files().links(List.of(file, "none")).execute())
                    .isEqualTo(new FileLinks(List.of(), List.of("none")));
        }
    }

    @Test
    void namesWithAnyCharacterReachTheServerAsTheyAre() {
        try (Deployment deployment = Deployment.ready()) {
            for (String name : List.of("a?b", "a%b", "größe +&", "a;b")) {
                deployment.sandbox.udm().addFile(name, new byte[] {1, 2, 3});
                assertThat(deployment
                                .udm
                                .files()
                                .download(name)
                                .to(directory.resolve("file"))
                                .execute())
                        .hasBinaryContent(new byte[] {1, 2, 3});
                deployment.udm.files().delete(name).execute();
            }
            assertThat(deployment.sandbox.udm().fileNames()).isEmpty();
        }
    }

    @Test
    void aJobThatHasStartedCannotBeChanged() {
        try (Deployment deployment = Deployment.ready()) {
            long id = deployment.export("weekly").id();
            assertThatExceptionOfType(BadRequestException.class)
                    .isThrownBy(() -> deployment
                            .udm
                            .jobs()
                            .update(id, Deployment.contacts("other").build())
                            .execute());
        }
    }
}
