package io.github.multicloudcx.recording.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.error.NotFoundException;
import io.github.multicloudcx.core.error.ServerException;
import io.github.multicloudcx.core.error.TooManyRequestsException;
import io.github.multicloudcx.core.error.UnauthorizedException;
import io.github.multicloudcx.recording.MissingPermissionException;
import io.github.multicloudcx.recording.MissingRoleException;
import io.github.multicloudcx.recording.RecordingClient;
import io.github.multicloudcx.sandbox.RecordingRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What ends a bulk run before its ids do, and what does not. */
@Timeout(60)
class BulkEndTest extends BulkFixture {
    @Test
    void aMissingRoleOrPermissionEndsTheRunAtOnce() {
        deployed.control.add(ids(100));
        deployed.control.role(RecordingRole.NONE);
        BulkReport report =
                deployed.recordings.protectAll(ids(100)).concurrency(2).execute();
        assertThat(report.stoppedBy()).isInstanceOf(MissingRoleException.class);
        assertThat(report.failures()).hasSizeLessThanOrEqualTo(2);
        assertThat(results(report)).containsOnly(RecordingResult.REFUSED);
        assertThat(report.toString()).contains("; stopped before the end: 403 Forbidden");

        deployed.control.role(RecordingRole.AGENT);
        assertThat(deployed.recordings.protectAll(ids(100)).execute().stoppedBy())
                .isInstanceOf(MissingPermissionException.class);
        deployed.control.offered(false);
        assertThat(deployed.recordings
                        .protectAll(ids(100))
                        .stopAfterFailures(5)
                        .execute()
                        .stoppedBy())
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("the operation is not there");
        assertThat(requests()).isLessThan(40);
        deployed.control.offered(true);
        try (CxClient cx = deployed.client("wrong-password")) {
            assertThat(RecordingClient.create(cx).protectAll(ids(9)).execute().stoppedBy())
                    .isInstanceOf(UnauthorizedException.class);
        }
    }

    @Test
    void aServerOutOfOrderEndsTheRun() {
        deployed.control.add(ids(100));
        deployed.sandbox.faults().on("postRecordingOperation").times(1000).status(503);

        BulkReport report = deployed.recordings
                .protectAll(ids(100))
                .concurrency(2)
                .stopAfterFailures(5)
                .execute();
        deployed.sandbox.faults().clear();

        assertThat(report.stoppedBy()).isInstanceOf(ServerException.class);
        assertThat(report.failures()).hasSizeBetween(5, 7);
        assertThat(report.complete()).isFalse();
    }

    @Test
    void idsThatFailByThemselvesAreNoOutage() {
        deployed.control.add(ids(40));
        List<String> broken = ids(40).subList(20, 40);
        deployed.control.breakRecordings(broken);
        List<String> mixed = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            mixed.add("rec-" + (20 + i));
            mixed.add("rec-" + i);
        }

        BulkReport report = deployed.recordings
                .protectAll(mixed)
                .concurrency(1)
                .stopAfterFailures(5)
                .execute();

        assertThat(report.stoppedBy()).isNull();
        assertThat(report.failures()).extracting(RecordingOutcome::recordingId).containsExactlyElementsOf(broken);
        deployed.sandbox
                .faults()
                .on("postRecordingOperation")
                .after(40)
                .times(1000)
                .resetBeforeAnswer();
        BulkReport outage = deployed.recordings
                .protectAll(mixed)
                .concurrency(1)
                .stopAfterFailures(5)
                .execute();
        deployed.sandbox.faults().clear();
        assertThat(outage.stoppedBy()).isNotNull();
        assertThat(outage.done() + outage.failures().size()).isLessThanOrEqualTo(40);
    }

    @Test
    void anInterruptEndsTheRunAndKeepsWhatWasDone() {
        deployed.control.add(ids(100));
        BulkReport report = deployed.recordings
                .protectAll(ids(100))
                .concurrency(2)
                .resultFile(directory.resolve("r.csv"))
                .onOutcome(each -> {
                    if (each.recordingId().equals("rec-20")) {
                        Thread.currentThread().interrupt();
                    }
                })
                .execute();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(report.interrupted()).isTrue();
        assertThat(report.complete()).isFalse();
        assertThat(report.toString()).contains("interrupted before the end");
        assertThat(report.done() + report.failures().size()).isBetween(20L, 24L);

        BulkReport rest = deployed.recordings
                .protectAll(ids(100))
                .resultFile(directory.resolve("r.csv"))
                .execute();
        assertThat(rest.complete()).isTrue();
        assertThat(rest.skipped()).isEqualTo(report.done());
        assertThat(rest.done()).isEqualTo(100 - report.done());
    }

    @Test
    void whatAListenerThrowsEndsTheRun() {
        deployed.control.add(ids(10));
        BulkRun run = deployed.recordings.protectAll(ids(10)).onOutcome(each -> {
            throw new IllegalStateException("full");
        });
        assertThatThrownBy(run::execute).hasMessage("full");
        assertThatThrownBy(() -> run.executeAsync().join())
                .isInstanceOf(CompletionException.class)
                .hasRootCauseMessage("full");
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().startsWith("cx-recording-"));
    }

    @Test
    void tooManyRequestsAreNoOutage() {
        deployed.control.add(ids(30));
        deployed.sandbox.faults().on("postRecordingOperation").times(60).retryAfter(429, "3");
        BulkReport report = deployed.recordings
                .protectAll(ids(30))
                .concurrency(2)
                .stopAfterFailures(2)
                .execute();
        assertThat(report.complete()).isTrue();
        deployed.sandbox.faults().on("postRecordingOperation").times(1000).emptyBody(429);
        BulkReport lasting = deployed.recordings
                .protectAll(ids(30))
                .concurrency(1)
                .stopAfterFailures(2)
                .execute();
        deployed.sandbox.faults().clear();
        assertThat(lasting.stoppedBy()).isInstanceOf(TooManyRequestsException.class);
    }

    @Test
    void anotherRunDoesNotStopAtIdsThatFailedBefore() {
        deployed.control.add(ids(30));
        deployed.control.breakRecordings(ids(10));
        List<String> mixed = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            mixed.addAll(List.of("rec-" + i, "rec-" + (10 + i), "rec-" + (20 + i)));
        }
        BulkRun run = deployed.recordings
                .protectAll(mixed)
                .concurrency(1)
                .stopAfterFailures(3)
                .resultFile(directory.resolve("r.csv"));
        assertThat(run.execute().failures()).hasSize(10);
        deployed.control.mendRecordings(List.of("rec-9"));
        BulkReport second = run.execute();
        assertThat(second.stoppedBy()).isNull();
        assertThat(second.done()).isEqualTo(1);
        assertThat(second.skipped()).isEqualTo(20);
    }

    @Test
    void whatIsNotSentSaysNothingOfTheServer() {
        deployed.sandbox.faults().on("postRecordingOperation").times(1000).status(503);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            ids.add("rec-" + i);
            ids.add("not an id " + i);
        }
        BulkReport report = deployed.recordings
                .protectAll(ids)
                .concurrency(1)
                .stopAfterFailures(5)
                .execute();
        deployed.sandbox.faults().clear();
        assertThat(report.stoppedBy()).isNotNull();
        assertThat(report.failures()).hasSizeLessThan(12);
    }

    @Test
    void oneStrangeRefusalIsOfItsId() {
        deployed.control.add(ids(10));
        deployed.sandbox.faults().on("postRecordingOperation").after(3).times(9).emptyBody(403);
        BulkReport report = deployed.recordings
                .protectAll(Arrays.asList("rec-0", null, "rec-1", "rec-2", "rec-3"))
                .concurrency(1)
                .execute();
        deployed.sandbox.faults().clear();
        assertThat(report.stoppedBy()).isNull();
        assertThat(report.done()).isEqualTo(3);
        assertThat(results(report)).containsExactly(RecordingResult.INVALID_ID, RecordingResult.REFUSED);
    }

    @Test
    void aRunThatIsInterruptedAnywhereKeepsItsReport() throws InterruptedException {
        deployed.control.add(ids(200));
        for (int i = 0; i < 20; i++) {
            Path file = directory.resolve("r" + i + ".csv");
            BulkReport[] report = new BulkReport[1];
            CountDownLatch some = new CountDownLatch(10 * (i % 5));
            Thread thread = new Thread(() -> report[0] = deployed.recordings
                    .protectAll(ids(200))
                    .onProgress(state -> some.countDown())
                    .resultFile(file)
                    .execute());
            thread.start();
            some.await();
            thread.interrupt();
            thread.join();
            assertThat(report[0]).isNotNull();
            BulkReport rest =
                    deployed.recordings.protectAll(ids(200)).resultFile(file).execute();
            assertThat(rest.complete()).isTrue();
            assertThat(rest.skipped()).isEqualTo(report[0].done());
        }
    }
}
