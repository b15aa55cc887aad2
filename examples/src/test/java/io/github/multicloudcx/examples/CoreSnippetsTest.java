package io.github.multicloudcx.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.ApiFamily;
import io.github.multicloudcx.core.ApiResponse;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.CxClientBuilder;
import io.github.multicloudcx.core.DownloadedFile;
import io.github.multicloudcx.core.RetryPolicy;
import io.github.multicloudcx.core.auth.OAuth;
import io.github.multicloudcx.sandbox.Sandbox;
import io.github.multicloudcx.sandbox.SandboxClock;
import io.github.multicloudcx.udm.UdmClient;
import io.github.multicloudcx.udm.archive.DecryptionKey;
import io.github.multicloudcx.udm.export.ExportSummary;
import io.github.multicloudcx.udm.model.Job;
import io.github.multicloudcx.udm.model.JobInfo;
import io.github.multicloudcx.udm.model.SchedulerParam;
import io.github.multicloudcx.udm.model.TimeFrame;
import io.github.multicloudcx.udm.model.UcsJobParams;
import io.github.multicloudcx.udm.model.VersionInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The snippets of README.md and docs/core.md, run against the sandbox. */
class CoreSnippetsTest {
    private static final Instant START = Instant.parse("2026-11-22T00:00:00Z");

    @TempDir
    private Path directory;

    private Sandbox sandbox;
    private CxClient cx;
    private UdmClient udm;

    @BeforeEach
    void open() throws IOException {
        SandboxClock clock = SandboxClock.manual(START);
        sandbox = Sandbox.builder().clock(clock).start();
        cx = CxClientBuilder.fromEnvironment(sandbox.environment())
                .timeSource(new ClockOfSandbox(clock))
                .build();
        udm = UdmClient.create(cx);
        Path certificate = Files.writeString(directory.resolve("certificate.pem"), sandbox.demoCertificate());
        udm.certificates().upload(certificate).execute();
    }

    @AfterEach
    void close() {
        cx.close();
        sandbox.assertNoViolations();
        sandbox.close();
    }

    @Test
    void firstCall() {
        String baseUrl = sandbox.baseUrl().toString();
        String apiKey = sandbox.apiKey();
        String clientId = sandbox.clientId();
        String clientSecret = sandbox.clientSecret();
        VersionInfo read = readVersion(baseUrl, apiKey, clientId, clientSecret);
        assertThat(read.version()).isNotBlank();
    }

    private VersionInfo readVersion(String baseUrl, String apiKey, String clientId, String clientSecret) {
        CxClient cx = CxClient.builder()
                .baseUrl(baseUrl)
                .apiKey(apiKey)
                .credentials(OAuth.clientCredentials(clientId, clientSecret))
                .build();
        UdmClient udm = UdmClient.create(cx);
        VersionInfo version = udm.version().execute();
        cx.close();
        return version;
    }

    @Test
    void exportInOneCall() throws IOException {
        Instant from = START.minus(Duration.ofDays(7));
        Instant to = START;
        Path key = Files.writeString(directory.resolve("key.pem"), sandbox.demoPrivateKey());
        Path certificate = Files.writeString(directory.resolve("cert.pem"), sandbox.demoCertificate());
        List<String> names = new ArrayList<>();
        Job job = Job.builder()
                .title("Contacts of last week")
                .source("UCS")
                .type("UCS")
                .timeFrame(TimeFrame.between(from, to))
                .schedulerParam(SchedulerParam.now())
                .jobParams(UcsJobParams.of("Contact", List.of("chat", "email")))
                .build();
        ExportSummary summary = udm.exports()
                .run(job)
                .to(directory)
                .decryptWith(DecryptionKey.pem(key, certificate))
                .deliverTo(record -> names.add(record.text("LastName")))
                .execute();
        assertThat(names).hasSize((int) summary.recordCount()).doesNotContainNull();
    }

    @Test
    void exportAndDownload() {
        Instant from = START.minus(Duration.ofDays(7));
        Instant to = START;
        JobInfo job = udm.jobs()
                .create(Job.builder()
                        .title("Contacts of last week")
                        .source("UCS")
                        .type("UCS")
                        .timeFrame(TimeFrame.between(from, to))
                        .schedulerParam(SchedulerParam.now())
                        .jobParams(UcsJobParams.of("Contact", List.of("chat", "email")))
                        .build())
                .execute();
        JobInfo done = udm.jobs().await(job.id()).timeout(Duration.ofHours(2)).execute();
        Path file = udm.files()
                .download(done.fileName())
                .to(directory.resolve(done.fileName()))
                .execute();
        assertThat(file).isNotEmptyFile();
        assertThat(udm.jobs().await(job.id()).executeAsync().join()).isEqualTo(done);

        String fileName = done.fileName();
        String jobId = Long.toString(job.id());
        downloadWithDigest(fileName, done.fileSize());
        anyOtherEndpoint(jobId);
    }

    private void downloadWithDigest(String fileName, long fileSize) {
        List<Long> seen = new ArrayList<>();
        DownloadedFile file = udm.files()
                .download(fileName)
                .expectedSize(fileSize)
                .onProgress(progress -> seen.add(progress.bytes()))
                .sha256()
                .to(directory.resolve(fileName))
                .execute();
        assertThat(file.sha256()).hasSize(64);
        assertThat(seen).last().isEqualTo(file.size());
    }

    private void anyOtherEndpoint(String jobId) {
        JsonNode answer = cx.api(ApiFamily.UDM)
                .get("/v10/export/jobs/{id}")
                .path("id", jobId)
                .returning(JsonNode.class)
                .execute();
        assertThat(answer.path("title").asText()).isEqualTo("Contacts of last week");
    }

    @Test
    void threeEndsOfACall() {
        VersionInfo now = udm.version().execute();
        CompletableFuture<VersionInfo> later = udm.version().executeAsync();
        ApiResponse<VersionInfo> full = udm.version().executeForResponse();
        assertThat(later.join()).isEqualTo(now).isEqualTo(full.value());

        VersionInfo patient = udm.version()
                .timeout(Duration.ofSeconds(5))
                .retryPolicy(RetryPolicy.none())
                .header("X-Request-Source", "nightly")
                .execute();
        assertThat(patient).isEqualTo(now);
    }

    @Test
    void lists() {
        List<JobInfo> found = new ArrayList<>();
        udm.jobs().create(nightly()).execute();
        try (Stream<JobInfo> jobs = udm.jobs().list().title("nightly").orderBy("createdDate").descending().stream()) {
            jobs.limit(10).forEach(found::add);
        }
        assertThat(found).hasSize(1);
    }

    private static Job nightly() {
        return Job.builder()
                .title("nightly")
                .source("UCS")
                .type("UCS")
                .timeFrame(TimeFrame.all())
                .schedulerParam(SchedulerParam.now())
                .jobParams(UcsJobParams.of("Contact", List.of("chat")))
                .build();
    }
}
