package io.github.multicloudcx.udm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.TimeSource;
import io.github.multicloudcx.core.error.CallInterruptedException;
import io.github.multicloudcx.core.error.ConnectionException;
import io.github.multicloudcx.udm.archive.DecryptionKey;
import io.github.multicloudcx.udm.export.ExportPhase;
import io.github.multicloudcx.udm.export.ExportRun;
import io.github.multicloudcx.udm.export.ExportStateException;
import io.github.multicloudcx.udm.export.ExportSummary;
import io.github.multicloudcx.udm.model.Job;
import io.github.multicloudcx.udm.model.UcsJobParams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An export that is cut off and run again. */
class ExportRunRestartTest {
    private static final String RECORDS = "records.jsonl";

    @TempDir
    Path directory;

    /** What no code catches. */
    private static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Counts steps, and crashes at one of them: requests, their answers, progress, every look at a clock. */
    private static final class Steps {
        private final int last;
        private int number;

        Steps(int last) {
            this.last = last;
        }

        void next() {
            if (++number == last) {
                throw new Crash();
            }
        }

        OkHttpClient http() {
            return new OkHttpClient.Builder()
                    .addInterceptor(chain -> {
                        next();
                        var response = chain.proceed(chain.request());
                        try {
                            next();
                        } catch (Crash e) {
                            response.close();
                            throw e;
                        }
                        return response;
                    })
                    .build();
        }

        TimeSource time(TimeSource real) {
            return new TimeSource() {
                @Override
                public Instant now() {
                    next();
                    return real.now();
                }

                @Override
                public long nanoTime() {
                    return real.nanoTime();
                }

                @Override
                public void sleep(Duration duration) throws InterruptedException {
                    next();
                    real.sleep(duration);
                }
            };
        }
    }

    private static Job split(String title) {
        return Deployment.contacts(title)
                .jobParams(UcsJobParams.of("Contact", List.of("chat")).fileSplitSize("1KB"))
                .build();
    }

    private DecryptionKey key(Deployment deployment) throws IOException {
        Path key = Files.writeString(directory.resolve("key.pem"), deployment.sandbox.demoPrivateKey());
        Path certificate = Files.writeString(directory.resolve("cert.pem"), deployment.sandbox.demoCertificate());
        return DecryptionKey.pem(key, certificate);
    }

    private ExportSummary run(Deployment deployment, String title, Steps steps) throws IOException {
        DecryptionKey key = key(deployment);
        Path out = directory.resolve(title);
        try (CxClient cx = deployment.connect(
                builder -> builder.okHttpClient(steps.http()).timeSource(steps.time(deployment.time())))) {
            return UdmClient.create(cx)
                    .exports()
                    .run(split(title))
                    .to(out)
                    .decryptWith(key)
                    .deliverTo(new LinesFile(out.resolve(RECORDS)))
                    .onProgress(progress -> steps.next())
                    .execute();
        }
    }

    @Test
    void whereverItCrashesTheNextRunEndsAsAnUndisturbedOne() throws IOException {
        try (Deployment deployment = Deployment.ready(builder -> builder.recordsPerExport(10))) {
            Steps counted = new Steps(0);
            ExportSummary undisturbed = run(deployment, "undisturbed", counted);
            byte[] expected =
                    Files.readAllBytes(directory.resolve("undisturbed").resolve(RECORDS));
            assertThat(counted.number).isGreaterThan(30);

            for (int step = 1; step <= counted.number; step++) {
                int at = step;
                String title = "crash-" + step;
                int jobs = deployment.sandbox.udm().jobIds().size();
                assertThatThrownBy(() -> run(deployment, title, new Steps(at)))
                        .as(title)
                        .satisfies(e -> assertThat(Stream.iterate(e, Objects::nonNull, Throwable::getCause))
                                .hasAtLeastOneElementOfType(Crash.class));

                ExportSummary summary = run(deployment, title, new Steps(0));

                assertThat(directory.resolve(title).resolve(RECORDS)).as(title).hasBinaryContent(expected);
                assertThat(summary.records()).as(title).isEqualTo(undisturbed.records());
                assertThat(summary.files())
                        .as(title)
                        .hasSameSizeAs(undisturbed.files())
                        .allSatisfy(file -> assertThat(file.path())
                                .hasBinaryContent(deployment
                                        .sandbox
                                        .udm()
                                        .file(file.path().getFileName().toString())));
                assertThat(deployment.sandbox.udm().jobIds()).as(title).hasSize(jobs + 1);
            }
        }
    }

    private ExportRun exportRun(Deployment deployment, Job job) throws IOException {
        return deployment.udm.exports().run(job).to(directory.resolve("out")).decryptWith(key(deployment));
    }

    @Test
    void aCreationWhoseAnswerIsLostIsNotRepeated() throws IOException {
        try (Deployment deployment = Deployment.ready()) {
            deployment.sandbox.faults().on("createExportJobV10").resetAfterBytes(0);

            ExportSummary summary = exportRun(deployment, split("lost")).execute();

            assertThat(summary.recordCount()).isPositive();
            assertThat(deployment.sandbox.udm().jobIds()).hasSize(1);
            assertThat(deployment.sandbox.requests("createExportJobV10")).hasSize(1);
        }
    }

    @Test
    void aCreationThatNeverArrivedIsAnErrorAndTheNextRunWaitsBeforeItCreates() throws IOException {
        try (Deployment deployment = Deployment.ready()) {
            deployment.sandbox.faults().on("createExportJobV10").resetBeforeAnswer();
            Instant begin = deployment.sandbox.clock().now();

            assertThatExceptionOfType(ConnectionException.class)
                    .isThrownBy(() -> exportRun(deployment, split("lost")).execute());
            assertThat(deployment.sandbox.clock().now()).isAfterOrEqualTo(begin.plus(Duration.ofMinutes(2)));

            assertThat(exportRun(deployment, split("lost")).execute().recordCount())
                    .isPositive();
            assertThat(deployment.sandbox.udm().jobIds()).hasSize(1);
        }
    }

    @Test
    void anOlderJobOfTheSameTitleIsNotTakenForIt() throws IOException {
        try (Deployment deployment = Deployment.ready()) {
            long older = deployment.create(split("lost"));
            deployment.later(Duration.ofDays(1));
            deployment.sandbox.faults().on("createExportJobV10").resetAfterBytes(0);

            ExportSummary summary = exportRun(deployment, split("lost")).execute();
            assertThat(summary.jobId()).isNotEqualTo(Long.toString(older));
            assertThat(deployment.sandbox.udm().jobIds()).hasSize(2);
        }
    }

    @Test
    void aJobThatMayOrMayNotBeItIsAQuestionForAPerson() throws IOException {
        try (Deployment deployment = Deployment.ready()) {
            long unused = deployment.create(split("lost"));
            deployment.sandbox.faults().on("createExportJobV10").resetAfterBytes(0);
            deployment.sandbox.faults().on("listExportHistoryV10").emptyBody(204);
            deployment
                    .sandbox
                    .faults()
                    .on("listExportJobsV10")
                    .body(
                            200,
                            "application/json",
                            "{\"count\":1,\"from\":0,\"size\":9,\"items\":[{\"id\":1,\"title\":\"lost\"}]}");

            assertThatExceptionOfType(ConnectionException.class)
                    .isThrownBy(() -> exportRun(deployment, split("lost")).execute())
                    .satisfies(e -> assertThat(e.getSuppressed())
                            .filteredOn(ExportStateException.class::isInstance)
                            .singleElement()
                            .satisfies(why -> assertThat(why.getMessage())
                                    .contains("created job 1 \"lost\"", "run(id)", "forget()")));
        }
    }

    @Test
    void anInterruptLeavesTheJobToTheNextRun() throws IOException {
        try (Deployment deployment = Deployment.ready()) {
            ExportRun run = exportRun(deployment, split("interrupted"));
            assertThatExceptionOfType(CallInterruptedException.class)
                    .isThrownBy(() -> run.onProgress(progress -> interruptWhile(ExportPhase.WAIT, progress.phase()))
                            .execute());
            assertThat(Thread.interrupted()).isTrue();
            assertThat(deployment.sandbox.udm().jobStatus(1)).isNotEqualTo("CANCELLED");

            assertThat(run.execute().recordCount()).isPositive();
            assertThat(deployment.sandbox.udm().jobIds()).hasSize(1);
        }
    }

    @Test
    void anInterruptCancelsTheJobWhenItIsAskedTo() throws IOException {
        try (Deployment deployment = Deployment.ready()) {
            ExportRun run = exportRun(deployment, split("interrupted")).cancelJobOnInterrupt(true);
            assertThatExceptionOfType(CallInterruptedException.class)
                    .isThrownBy(() -> run.onProgress(progress -> interruptWhile(ExportPhase.WAIT, progress.phase()))
                            .execute())
                    .satisfies(e -> assertThat(e.getSuppressed()).isEmpty());
            assertThat(Thread.interrupted()).isTrue();
            assertThat(deployment.sandbox.udm().jobStatus(1)).isEqualTo("CANCELLED");

            assertThatExceptionOfType(JobCancelledException.class).isThrownBy(run::execute);
        }
    }

    private static void interruptWhile(ExportPhase wanted, ExportPhase phase) {
        if (phase == wanted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void cancellingTheFutureCancelsTheJobWhenItIsAskedTo() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        OkHttpClient http = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    var response = chain.proceed(chain.request());
                    if (chain.request().url().encodedPath().contains("/cancel/")) {
                        cancelled.countDown();
                    }
                    return response;
                })
                .build();
        try (Deployment deployment = Deployment.ready();
                CxClient cx = deployment.connect(builder -> builder.okHttpClient(http))) {
            CompletableFuture<ExportSummary> later = UdmClient.create(cx)
                    .exports()
                    .run(split("later"))
                    .to(directory)
                    .cancelJobOnInterrupt(true)
                    .onProgress(progress -> {
                        if (progress.phase() == ExportPhase.WAIT) {
                            waiting.countDown();
                            LockSupport.park();
                        }
                    })
                    .executeAsync();
            waiting.await();
            later.cancel(true);

            assertThatExceptionOfType(CancellationException.class).isThrownBy(later::join);
            cancelled.await();
            assertThat(deployment.sandbox.udm().jobStatus(1)).isEqualTo("CANCELLED");
        }
    }

    @Test
    void theJobOfAnEarlierRunCanBeCancelled() throws IOException {
        try (Deployment deployment = Deployment.ready()) {
            ExportRun run = exportRun(deployment, split("never mind"));
            run.cancel();
            assertThat(deployment.sandbox.requests()).isEmpty();
            assertThatExceptionOfType(Crash.class)
                    .isThrownBy(() -> run.onProgress(progress -> {
                                if (progress.phase() == ExportPhase.WAIT) {
                                    throw new Crash();
                                }
                            })
                            .execute());

            run.cancel();
            assertThat(deployment.sandbox.udm().jobStatus(1)).isEqualTo("CANCELLED");
        }
    }
}
