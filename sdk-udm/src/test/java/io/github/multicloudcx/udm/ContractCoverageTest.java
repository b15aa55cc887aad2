package io.github.multicloudcx.udm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.sandbox.ContractCoverage;
import io.github.multicloudcx.udm.model.Job;
import io.github.multicloudcx.udm.model.JobInfo;
import io.github.multicloudcx.udm.model.SchedulerParam;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractCoverageTest {
    @TempDir
    Path directory;

    @Test
    void everyOperationOfV10WorksAgainstTheSandbox() {
        try (Deployment deployment = Deployment.start()) {
            UdmClient udm = deployment.udm;
            certificatesAndData(deployment);
            JobInfo done = deployment.export("first");
            JobInfo second = deployment.export("second");
            scheduledJob(deployment);
            filesAndHistory(udm, done, second);

            Set<String> documented = ContractCoverage.documentedOperations().stream()
                    .filter(id -> id.endsWith("V10"))
                    .collect(Collectors.toSet());
            assertThat(documented).hasSize(28);
            assertThat(deployment.sandbox.exercisedOperations()).containsAll(documented);
        }
    }

    private static void certificatesAndData(Deployment deployment) {
        UdmClient udm = deployment.udm;
        byte[] certificate = deployment.sandbox.demoCertificate().getBytes(StandardCharsets.US_ASCII);
        assertThat(udm.certificates().upload("cert.pem", certificate).execute()).isEqualTo("cert.pem");
        assertThat(udm.certificates().get().execute().lastModifiedAt()).isEqualTo(Deployment.START);
        assertThat(udm.version().execute().version()).isNotBlank();
        assertThat(udm.data().attributes().execute().keyValues()).isNotEmpty();
        assertThat(udm.data().jobStatuses().execute().keyValues()).isNotEmpty();
        assertThat(udm.data().sources().execute().keyValues()).isNotEmpty();
        assertThat(udm.data().types("UCS").execute().dataTypes()).isNotEmpty();
        assertThat(udm.data().types("other").execute().hasContent()).isFalse();
        assertThat(udm.data().subTypes("UCS", "UCS").execute().subTypes()).isNotEmpty();
        assertThat(udm.data().labels().execute().hasContent()).isTrue();
    }

    private static void scheduledJob(Deployment deployment) {
        ExportJobs jobs = deployment.udm.jobs();
        Job later = Deployment.contacts("later")
                .schedulerParam(SchedulerParam.at(Deployment.START.plusSeconds(7200)))
                .build();
        long id = deployment.create(later);
        assertThat(jobs.update(id, later.toBuilder().title("changed").build())
                        .execute()
                        .title())
                .isEqualTo("changed");
        assertThat(jobs.suspend(id).execute().status()).isEqualTo("SUSPENDED");
        assertThat(jobs.list().suspended(true).page().execute().items()).hasSize(1);
        assertThat(jobs.resume(id).execute().status()).isEqualTo("SCHEDULED");
        jobs.cancel(id).execute();
        assertThat(jobs.get(id).execute().jobStatus().cancelled()).isTrue();
        jobs.delete(id).execute();
    }

    private void filesAndHistory(UdmClient udm, JobInfo done, JobInfo second) {
        assertThat(udm.history().get(done.id()).execute().title()).isEqualTo("first");
        assertThat(udm.history().progress(done.id()).execute().progress()).isEqualTo(100);
        assertThat(udm.history().list().jobId(done.id()).page().execute().items())
                .hasSize(1);
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
