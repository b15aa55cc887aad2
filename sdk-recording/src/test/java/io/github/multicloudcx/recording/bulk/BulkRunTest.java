package io.github.multicloudcx.recording.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.RateLimit;
import io.github.multicloudcx.core.error.NotFoundException;
import io.github.multicloudcx.core.error.ServerException;
import io.github.multicloudcx.core.error.TooManyRequestsException;
import io.github.multicloudcx.core.error.UnauthorizedException;
import io.github.multicloudcx.recording.Deployed;
import io.github.multicloudcx.recording.MissingPermissionException;
import io.github.multicloudcx.recording.MissingRoleException;
import io.github.multicloudcx.recording.RecordingClient;
import io.github.multicloudcx.sandbox.RecordingRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many recordings, against the sandbox. */
@Timeout(60)
class BulkRunTest {
    private final Deployed deployed = new Deployed();

    @TempDir
    Path directory;

    @AfterEach
    void close() {
        deployed.close();
    }

    private static List<String> ids(int number) {
        return IntStream.range(0, number).mapToObj(i -> "rec-" + i).toList();
    }

    private static List<RecordingResult> results(BulkReport report) {
        return report.failures().stream().map(RecordingOutcome::result).toList();
    }

    private int requests() {
        return deployed.sandbox.requests("postRecordingOperation").size();
    }

    @Test
    void allAreProtectedAndReleased() {
        deployed.control.add(ids(50));
        List<BulkProgress> states = new ArrayList<>();

        BulkReport report =
                deployed.recordings.protectAll(ids(50)).onProgress(states::add).execute();

        assertThat(report.complete()).isTrue();
        assertThat(report.done()).isEqualTo(50);
        assertThat(report).hasToString("50 done, 0 done before, 0 failed");
        assertThat(deployed.control.protectedIds()).hasSize(50);
        assertThat(states).hasSize(50);
        assertThat(states.get(49).handled()).isEqualTo(50);
        assertThat(states.get(49).total()).isEqualTo(50);
        assertThat(deployed.recordings
                        .unprotectAll(ids(50).stream())
                        .concurrency(3)
                        .executeAsync()
                        .join()
                        .complete())
                .isTrue();
        assertThat(deployed.control.protectedIds()).isEmpty();
    }

    @Test
    void eachIdHasItsOutcome() {
        deployed.control.add(List.of("good", "broken"));
        deployed.control.breakRecordings(List.of("broken"));
        List<RecordingOutcome> outcomes = new ArrayList<>();

        BulkReport report = deployed.recordings
                .protectAll(Stream.of("good", "missing", "", "broken", "good", "a b"))
                .concurrency(1)
                .onOutcome(outcomes::add)
                .execute();

        assertThat(report.complete()).isFalse();
        assertThat(report.stoppedBy()).isNull();
        assertThat(report.done()).isEqualTo(1);
        assertThat(report.failures())
                .extracting(RecordingOutcome::recordingId)
                .containsExactly("missing", "", "a b", "broken");
        assertThat(results(report))
                .containsExactly(
                        RecordingResult.NOT_FOUND,
                        RecordingResult.INVALID_ID,
                        RecordingResult.INVALID_ID,
                        RecordingResult.FAILED);
        assertThat(outcomes).hasSize(5);
        RecordingOutcome broken = report.failures().get(3);
        assertThat(broken.status()).isEqualTo(500);
        assertThat(broken.statusCode()).isEqualTo("4");
        assertThat(broken.detail()).startsWith("500 Internal Server Error for POST /api/v2/recordings/{recid}");
        assertThat(requests())
                .as("one, one, and three passes of three attempts")
                .isEqualTo(11);
    }

    @Test
    void whatPassesIsTriedAgainWhenTheOthersAreThrough() {
        deployed.control.add(ids(3));
        deployed.sandbox.faults().on("postRecordingOperation").times(3).resetBeforeAnswer();
        List<String> order = new ArrayList<>();

        BulkReport report = deployed.recordings
                .protectAll(ids(3))
                .concurrency(1)
                .onOutcome(each -> order.add(each.recordingId()))
                .execute();

        assertThat(report.complete()).isTrue();
        assertThat(order).containsExactly("rec-1", "rec-2", "rec-0");
    }

    @Test
    void onePassMeansOnePass() {
        deployed.control.add(ids(2));
        deployed.sandbox.faults().on("postRecordingOperation").times(3).loseAnswer();

        BulkReport report =
                deployed.recordings.protectAll(ids(2)).concurrency(1).passes(1).execute();

        assertThat(results(report)).containsExactly(RecordingResult.UNKNOWN);
        assertThat(requests()).isEqualTo(4);
    }

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
    void theRateIsKept() {
        deployed.control.add(ids(10));
        Instant start = deployed.cx.timeSource().now();
        BulkReport report = deployed.recordings
                .protectAll(ids(10))
                .concurrency(1)
                .rateLimit(new RateLimit(2, Duration.ofSeconds(1)))
                .execute();

        assertThat(report.complete()).isTrue();
        assertThat(Duration.between(start, deployed.cx.timeSource().now())).isEqualTo(Duration.ofSeconds(4));
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
    void aResultFileIsNotUsedTwiceAtATimeNorForAnythingElse() throws IOException {
        deployed.control.add(ids(3));
        Path file = directory.resolve("r.csv");
        BulkRun run = deployed.recordings.protectAll(ids(3)).resultFile(file);
        BulkReport report = run.onOutcome(each -> assertThatThrownBy(run::execute)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("is used by another run"))
                .execute();
        assertThat(report.complete()).isTrue();

        assertThatThrownBy(() -> deployed.recordings
                        .unprotectAll(ids(3))
                        .resultFile(file)
                        .execute())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is of applyNonDelete, not of unapplyNonDelete");
        Path other = Files.writeString(directory.resolve("ids.txt"), "rec-0\n");
        assertThatThrownBy(() ->
                        deployed.recordings.protectAll(ids(3)).resultFile(other).execute())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not a result file");
        assertThat(other).hasContent("rec-0");
        assertThatThrownBy(() -> deployed.recordings
                        .protectAll(ids(3))
                        .resultFile(directory.resolve("no/such/r.csv"))
                        .execute())
                .hasMessageContaining("cannot be opened");
    }

    @Test
    void whatMayHaveBeenDoneStaysUnknownUntilTheServerSaysMore() {
        deployed.control.add(ids(1));
        Path file = directory.resolve("r.csv");
        deployed.sandbox.faults().on("postRecordingOperation").times(3).loseAnswer();
        deployed.sandbox.faults().on("postRecordingOperation").times(6).status(503);
        BulkRun run = deployed.recordings.protectAll(ids(1)).concurrency(1).resultFile(file);
        assertThat(results(run.execute())).containsExactly(RecordingResult.UNKNOWN);
        assertThat(file).content().contains("rec-0,applyNonDelete,UNKNOWN,503,");

        try (CxClient gone = CxClient.builder()
                .baseUrl("http://localhost:1")
                .timeSource(deployed.cx.timeSource())
                .build()) {
            BulkReport second = RecordingClient.create(gone)
                    .protectAll(ids(1))
                    .resultFile(file)
                    .execute();
            assertThat(results(second)).containsExactly(RecordingResult.UNKNOWN);
        }
        assertThat(run.execute().complete()).isTrue();
        assertThat(file).content().contains("rec-0,applyNonDelete,DONE,200,0").doesNotContain("UNKNOWN");
    }

    @Test
    void aLostAnswerToLiftingAProtectionIsNotSentAgain() {
        deployed.control.add(ids(2));
        deployed.sandbox.faults().on("postRecordingOperation").loseAnswer();
        BulkReport report =
                deployed.recordings.unprotectAll(ids(2)).concurrency(1).execute();
        assertThat(results(report)).containsExactly(RecordingResult.UNKNOWN);
        assertThat(requests()).isEqualTo(2);
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
    void anOutcomeIsInTheFileWhileTheNextIdIsAwaited() {
        deployed.control.add(ids(2));
        Path file = directory.resolve("r.csv");
        Iterator<String> slow = new Iterator<>() {
            private int given;

            @Override
            public boolean hasNext() {
                while (given == 1 && !written(file)) {
                    Thread.onSpinWait();
                }
                return given < 2;
            }

            @Override
            public String next() {
                return "rec-" + given++;
            }
        };
        Iterable<String> source = () -> slow;
        assertThat(deployed.recordings
                        .protectAll(source)
                        .concurrency(2)
                        .resultFile(file)
                        .execute()
                        .complete())
                .isTrue();
    }

    private static boolean written(Path file) {
        try {
            return Files.readString(file).contains("rec-0,");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
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

    @Test
    void badSettingsAreRefused() {
        BulkRun run = deployed.recordings.protectAll(List.of());
        assertThatThrownBy(() -> run.concurrency(0)).hasMessage("concurrency must be from 1 to 256, not 0");
        assertThatThrownBy(() -> run.concurrency(257)).hasMessageContaining("257");
        assertThatThrownBy(() -> run.passes(0)).hasMessageContaining("passes must be 1 or more");
        assertThatThrownBy(() -> run.stopAfterFailures(0)).hasMessageContaining("stopAfterFailures");
        assertThatThrownBy(() -> run.total(-1)).hasMessageContaining("total");
        assertThatThrownBy(() -> run.resultFile(null)).hasMessageContaining("resultFile");
        assertThatThrownBy(() -> run.rateLimit(null)).hasMessageContaining("rateLimit");
        assertThatThrownBy(() -> run.onOutcome(null)).hasMessageContaining("listener");
        assertThatThrownBy(() -> deployed.recordings.protectAll((Stream<String>) null))
                .hasMessageContaining("recordingIds");
        assertThat(run.execute().complete()).as("nothing is all").isTrue();
        assertThat(run).hasToString("BulkRun[applyNonDelete]");
        assertThat(requests()).isZero();
    }
}
