package io.github.multicloudcx.udm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.udm.model.Job;
import io.github.multicloudcx.udm.model.JobInfo;
import io.github.multicloudcx.udm.model.SchedulerParam;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContractCoverageTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(TestedApi.class)
    void everyOperationWorksAgainstTheSandbox(TestedApi api) {
        try (Deployment deployment = Deployment.start()) {
            ExportClient client = api.client(deployment);
            certificatesAndData(deployment, client);
            JobInfo done = export(client, "first");
            JobInfo second = export(client, "second");
            scheduledJob(client);
            filesAndHistory(client, done, second);
            if (client instanceof UdmClient v10) {
                assertThat(v10.data().attributes().execute().keyValues()).isNotEmpty();
                assertThat(v10.data().labels().execute().hasContent()).isTrue();
            }

            assertThat(deployment.sandbox.exercisedOperations())
                    .containsAll(Operation.all().stream()
                            .filter(operation -> operation.api() == api)
                            .map(Operation::id)
                            .toList());
        }
    }

    private static JobInfo export(ExportClient client, String title) {
        long id = client.jobs()
                .create(Deployment.contacts(title).build())
                .execute()
                .id();
        return client.jobs().await(id).execute();
    }

    private static void certificatesAndData(Deployment deployment, ExportClient udm) {
        byte[] certificate = deployment.sandbox.demoCertificate().getBytes(StandardCharsets.US_ASCII);
        assertThat(udm.certificates().upload("cert.pem", certificate).execute()).isEqualTo("cert.pem");
        assertThat(udm.certificates().get().execute().lastModifiedAt()).isEqualTo(Deployment.START);
        assertThat(udm.version().execute().version()).isNotBlank();
        assertThat(udm.data().jobStatuses().execute().keyValues()).isNotEmpty();
        assertThat(udm.data().sources().execute().keyValues()).isNotEmpty();
        assertThat(udm.data().types("UCS").execute().dataTypes()).isNotEmpty();
        assertThat(udm.data().types("other").execute().hasContent()).isFalse();
        assertThat(udm.data().subTypes("UCS", "UCS").execute().subTypes()).isNotEmpty();
    }

    private static void scheduledJob(ExportClient client) {
        ExportJobs jobs = client.jobs();
        ExportHistory history = client.history();
        Job later = Deployment.contacts("later")
                .schedulerParam(SchedulerParam.at(Deployment.START.plusSeconds(7200)))
                .build();
        long id = jobs.create(later).execute().id();
        assertThat(jobs.update(id, later.toBuilder().title("changed").build())
                        .execute()
                        .title())
                .isEqualTo("changed");
        assertThat(jobs.get(id).execute())
                .extracting(JobInfo::id, JobInfo::title, JobInfo::rangeEnd)
                .containsExactly(id, "changed", Deployment.START);
        assertThat(jobs.suspend(id).execute().id()).isEqualTo(id);
        assertThat(history.progress(id).execute().status()).isEqualTo("SUSPENDED");
        assertThat(jobs.list().suspended(true).page().execute().items()).hasSize(1);
        assertThat(jobs.resume(id).execute().id()).isEqualTo(id);
        assertThat(history.progress(id).execute().status()).isEqualTo("SCHEDULED");
        jobs.cancel(id).execute();
        assertThat(history.get(id).execute().jobStatus().cancelled()).isTrue();
        jobs.delete(id).execute();
    }

    private void filesAndHistory(ExportClient udm, JobInfo done, JobInfo second) {
        assertThat(udm.history().get(done.id()).execute().title()).isEqualTo("first");
        assertThat(udm.history().progress(done.id()).execute().progress()).isEqualTo(100);
        assertThat(udm.history().list().title("first").page().execute().items()).hasSize(1);
        try (Stream<JobInfo> jobs = udm.jobs().list().stream()) {
            assertThat(jobs.map(JobInfo::title)).containsExactly("first", "second");
        }
        assertThat(udm.files().list().name(done.fileName()).page().execute().items())
                .hasSize(1);
        assertThat(udm.files().links(List.of(done.fileName())).execute().links())
                .hasSize(1);
        assertThat(udm.files()
                        .download(done.fileName())
                        .to(directory.resolve("a"))
                        .execute())
                .isNotEmptyFile();
        udm.files().delete(done.fileName()).execute();
        assertThat(udm.files().deleteAll(List.of(second.fileName())).execute().complete())
                .isTrue();
        udm.history().delete(done.id()).execute();
        assertThat(udm.history().deleteAll(second.id()).execute().complete()).isTrue();
        assertThat(udm.jobs().deleteAll(done.id(), second.id()).execute().complete())
                .isTrue();
    }
}
