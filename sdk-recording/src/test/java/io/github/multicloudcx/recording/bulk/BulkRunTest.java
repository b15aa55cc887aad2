package io.github.multicloudcx.recording.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.RateLimit;
import io.github.multicloudcx.recording.RecordingClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many recordings, against the sandbox. */
@Timeout(60)
class BulkRunTest extends BulkFixture {
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
