package io.github.multicloudcx.udm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.multicloudcx.core.DownloadedFile;
import io.github.multicloudcx.core.error.NotFoundException;
import io.github.multicloudcx.sandbox.FileLinksShape;
import io.github.multicloudcx.sandbox.JobShape;
import io.github.multicloudcx.sandbox.SuspendShape;
import io.github.multicloudcx.sandbox.UdmControl;
import io.github.multicloudcx.sandbox.UndeletedShape;
import io.github.multicloudcx.udm.model.DeleteResult;
import io.github.multicloudcx.udm.model.FileLinks;
import io.github.multicloudcx.udm.model.JobInfo;
import io.github.multicloudcx.udm.model.SchedulerParam;
import io.github.multicloudcx.udm.model.UcsJobParams;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How exports go on every generation, against the sandbox in every form in which it can answer. */
class GenerationsLifeCycleTest {
    @TempDir
    Path directory;

    private static <E> Stream<Arguments> onEveryApi(E[] forms) {
        return Arrays.stream(TestedApi.values())
                .flatMap(api -> Arrays.stream(forms).map(form -> Arguments.of(api, form)));
    }

    private static long create(ExportClient client, String title) {
        return client.jobs()
                .create(Deployment.contacts(title).build())
                .execute()
                .id();
    }

    private static JobInfo export(ExportClient client, String title) {
        return client.jobs().await(create(client, title)).execute();
    }

    static Stream<Arguments> jobShapes() {
        return onEveryApi(JobShape.values());
    }

    @ParameterizedTest
    @MethodSource("jobShapes")
    void anExportGoesFromTheJobToTheFile(TestedApi api, JobShape shape) {
        try (Deployment deployment = Deployment.ready()) {
            deployment.sandbox.udm().jobShape(shape);
            ExportClient client = api.client(deployment);
            JobInfo done = export(client, "weekly");
            assertThat(done.jobStatus().done()).isTrue();
            assertThat(done.media()).containsExactly("chat", "email");
            DownloadedFile file = client.files()
                    .download(done.fileName())
                    .sha256()
                    .to(directory.resolve("contacts.smime"))
                    .execute();
            assertThat(file.path()).hasBinaryContent(deployment.sandbox.udm().file(done.fileName()));
        }
    }

    @ParameterizedTest
    @MethodSource("jobShapes")
    void aJobIsReadInEveryForm(TestedApi api, JobShape shape) {
        try (Deployment deployment = Deployment.ready()) {
            UdmControl server = deployment.sandbox.udm();
            server.jobShape(shape);
            ExportClient client = api.client(deployment);
            long id = create(client, "weekly");
            isTheJob(client, id);
            server.idsAsStrings(true);
            isTheJob(client, id);
            server.emptyDefinitionIds(true);
            isTheJob(client, id);
            server.suspendedAsBoolean(true);
            isTheJob(client, id);
        }
    }

    private static void isTheJob(ExportClient client, long id) {
        JobInfo job = client.jobs().get(id).execute();
        assertThat(job)
                .extracting(JobInfo::id, JobInfo::title, JobInfo::source, JobInfo::rangeEnd, JobInfo::media)
                .containsExactly(id, "weekly", "UCS", Deployment.START, List.of("chat", "email"));
        assertThat(job.suspended()).isNotEqualTo(true);
    }

    @ParameterizedTest
    @EnumSource(
            value = TestedApi.class,
            names = {"UDM_V4", "DATA_DOWNLOAD"})
    void aDefinitionTellsTheScheduleAndTheEntity(TestedApi api) {
        try (Deployment deployment = Deployment.ready()) {
            deployment.sandbox.udm().jobShape(JobShape.DEFINITION);
            ExportClient client = api.client(deployment);
            long id = client.jobs()
                    .create(Deployment.contacts("weekly")
                            .schedulerParam(SchedulerParam.cron("0 2 * * *"))
                            .suspended(true)
                            .build())
                    .execute()
                    .id();
            JobInfo job = client.jobs().get(id).execute();
            assertThat(job.schedulerParam()).isEqualTo(SchedulerParam.cron("0 2 * * *"));
            assertThat(job.jobParams()).isEqualTo(UcsJobParams.of("Contact", List.of("chat", "email")));
            assertThat(job.suspended()).isTrue();
        }
    }

    static Stream<Arguments> suspendShapes() {
        return onEveryApi(SuspendShape.values());
    }

    @ParameterizedTest
    @MethodSource("suspendShapes")
    void aJobIsSuspendedAndResumed(TestedApi api, SuspendShape shape) {
        try (Deployment deployment = Deployment.ready()) {
            deployment.sandbox.udm().suspendShape(shape);
            ExportClient client = api.client(deployment);
            long id = create(client, "weekly");
            assertThat(client.jobs().suspend(id).execute().id()).isEqualTo(id);
            JobOutcome outcome =
                    client.jobs().await(id).timeout(Duration.ofHours(1)).outcome();
            assertThat(outcome).isInstanceOf(JobOutcome.TimedOut.class);
            assertThat(deployment.sandbox.udm().jobStatus(id)).isEqualTo("SUSPENDED");
            assertThat(client.jobs().resume(id).execute().id()).isEqualTo(id);
            assertThat(client.jobs().await(id).execute().fileName()).isNotBlank();
        }
    }

    @ParameterizedTest
    @EnumSource(TestedApi.class)
    void theFileNameIsReadInBothSpellings(TestedApi api) {
        try (Deployment deployment = Deployment.ready()) {
            deployment.sandbox.udm().lowerCaseFileName(true);
            assertThat(export(api.client(deployment), "weekly").fileName()).isNotBlank();
        }
    }

    @ParameterizedTest
    @EnumSource(TestedApi.class)
    void aFailedAndACancelledJobAreOutcomes(TestedApi api) {
        try (Deployment deployment = Deployment.ready()) {
            ExportClient client = api.client(deployment);
            long failed = create(client, "failed");
            deployment.sandbox.udm().failJob(failed, "disk full");
            assertThatExceptionOfType(JobFailedException.class)
                    .isThrownBy(() -> client.jobs().await(failed).execute())
                    .withMessageContaining("disk full");
            long cancelled = create(client, "cancelled");
            client.jobs().cancel(cancelled).execute();
            assertThat(client.jobs().await(cancelled).outcome()).isInstanceOf(JobOutcome.Cancelled.class);
        }
    }

    @ParameterizedTest
    @EnumSource(TestedApi.class)
    void aJobThatWasDeletedEverywhereIsNotFound(TestedApi api) {
        try (Deployment deployment = Deployment.ready()) {
            ExportClient client = api.client(deployment);
            long id = export(client, "weekly").id();
            client.history().delete(id).execute();
            client.jobs().delete(id).execute();
            assertThatExceptionOfType(JobNotFoundException.class)
                    .isThrownBy(() -> client.jobs().await(id).execute());
        }
    }

    static Stream<Arguments> linkShapes() {
        return onEveryApi(FileLinksShape.values());
    }

    @ParameterizedTest
    @MethodSource("linkShapes")
    void linksComeInAnyShape(TestedApi api, FileLinksShape shape) {
        try (Deployment deployment = Deployment.ready()) {
            deployment.sandbox.udm().fileLinksShape(shape);
            ExportClient client = api.client(deployment);
            String file = export(client, "weekly").fileName();
            assertThat(client.files().links(List.of(file)).execute().links()).hasSize(1);
            assertThat(client.files().links(List.of(file, "none")).execute())
                    .isEqualTo(new FileLinks(List.of(), List.of("none")));
        }
    }

    @ParameterizedTest
    @EnumSource(TestedApi.class)
    void onlyV10MayLeaveOutTheNamesOfMissingFiles(TestedApi api) {
        try (Deployment deployment = Deployment.ready()) {
            deployment.sandbox.udm().omitMissingFileNames(true);
            ExportFiles files = api.client(deployment).files();
            if (api == TestedApi.UDM_V10) {
                assertThatExceptionOfType(NotFoundException.class)
                        .isThrownBy(() -> files.links(List.of("none")).execute());
            } else {
                assertThat(files.links(List.of("none")).execute().missing()).containsExactly("none");
            }
        }
    }

    static Stream<Arguments> undeletedShapes() {
        return onEveryApi(UndeletedShape.values());
    }

    @ParameterizedTest
    @MethodSource("undeletedShapes")
    void whatCannotBeDeletedIsNamed(TestedApi api, UndeletedShape shape) {
        try (Deployment deployment = Deployment.ready()) {
            UdmControl server = deployment.sandbox.udm();
            server.undeletedShape(shape);
            ExportClient client = api.client(deployment);
            String first = Long.toString(export(client, "first").id());
            String second = Long.toString(export(client, "second").id());
            server.undeletable(second);
            DeleteResult left = new DeleteResult(List.of(first, second), List.of(second));
            assertThat(client.jobs().deleteAll(List.of(first, second)).execute())
                    .isEqualTo(left);
            assertThat(client.history().deleteAll(List.of(first, second)).execute())
                    .isEqualTo(left);
            server.addFile("a.smime", new byte[] {1});
            server.addFile("b.smime", new byte[] {1});
            server.undeletable("b.smime");
            assertThat(client.files().deleteAll(List.of("a.smime", "b.smime")).execute())
                    .isEqualTo(new DeleteResult(List.of("a.smime", "b.smime"), List.of("b.smime")));
        }
    }

    @ParameterizedTest
    @EnumSource(TestedApi.class)
    void aListIsStreamedPageByPage(TestedApi api) {
        try (Deployment deployment = Deployment.ready()) {
            deployment.sandbox.udm().addFinishedJobs(250);
            JobList all = api.client(deployment).jobs().list().size(100);
            try (Stream<JobInfo> jobs = all.orderBy("createdDate").descending().stream()) {
                assertThat(jobs.mapToLong(JobInfo::id).distinct().count()).isEqualTo(250);
            }
            assertThat(deployment.sandbox.requests(api.jobsId("listExportJobs")))
                    .hasSize(3);
        }
    }
}
