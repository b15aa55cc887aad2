package io.github.multicloudcx.udm.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.error.AuthenticationException;
import io.github.multicloudcx.core.error.BadRequestException;
import io.github.multicloudcx.core.error.CallInterruptedException;
import io.github.multicloudcx.core.error.CallTimeoutException;
import io.github.multicloudcx.core.error.ConnectionException;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.error.DecodeException;
import io.github.multicloudcx.core.error.ErrorAnswer;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.core.error.ForbiddenException;
import io.github.multicloudcx.core.error.NotFoundException;
import io.github.multicloudcx.core.error.ServerException;
import io.github.multicloudcx.core.error.TooManyRequestsException;
import io.github.multicloudcx.core.error.UnauthorizedException;
import io.github.multicloudcx.udm.JobCancelledException;
import io.github.multicloudcx.udm.JobFailedException;
import io.github.multicloudcx.udm.JobNotFoundException;
import io.github.multicloudcx.udm.JobOutcome;
import io.github.multicloudcx.udm.JobTimeoutException;
import io.github.multicloudcx.udm.JobWaiter;
import io.github.multicloudcx.udm.model.JobInfo;
import io.github.multicloudcx.udm.model.JobProgress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JobWaiterTest {
    private static final ErrorContext NOWHERE = new ErrorContext(Fate.REJECTED);
    private static final NotFoundException NOT_FOUND = new NotFoundException("404", new ErrorAnswer(404), NOWHERE);
    private static final JobInfo DONE = new JobInfo(7, "COMPLETED", "a.smime");

    private final ScriptedJobs server = new ScriptedJobs();
    private final RecordedTime time = new RecordedTime();

    @AfterEach
    void nothingOfTheScriptIsLeft() {
        assertThat(server.left()).isEmpty();
        assertThat(Thread.interrupted()).isFalse();
    }

    private JobWaiter waiter() {
        return new PollingWaiter(
                        new JobLook(server.jobs(), server.history(), "7"),
                        time,
                        CompletableFuture::supplyAsync,
                        PollingWaiter.Options.DEFAULT)
                .timeout(Duration.ofMinutes(1))
                .pollInterval(Duration.ofSeconds(10));
    }

    private static JobProgress progress(Integer percent, String status) {
        return new JobProgress(percent, status);
    }

    @Test
    void looksAtOnceAndThenAfterEachInterval() {
        server.progress(progress(0, "SCHEDULED"), progress(40, "RUNNING"), progress(100, "COMPLETED"))
                .job(DONE);
        assertThat(waiter().execute()).isEqualTo(DONE);
        assertThat(time.sleeps).containsExactly(Duration.ofSeconds(10), Duration.ofSeconds(10));
    }

    @Test
    void canBeWaitedForOnAnotherThread() {
        server.progress(progress(0, "RUNNING"), progress(100, "COMPLETED")).job(DONE);
        assertThat(waiter().executeAsync().join()).isEqualTo(DONE);
    }

    @Test
    void aJobThatIsDoneIsNotWaitedFor() {
        server.progress(progress(100, "done")).job(DONE);
        assertThat(waiter().outcome()).isEqualTo(new JobOutcome.Done(DONE));
        assertThat(time.sleeps).isEmpty();
    }

    @Test
    void everyLookIsReported() {
        List<JobProgress> seen = new ArrayList<>();
        server.progress(progress(0, null), progress(0, null), progress(100, "DONE"))
                .job(DONE);
        assertThat(waiter().onProgress(seen::add).execute()).isEqualTo(DONE);
        assertThat(seen).containsExactly(progress(0, null), progress(0, null), progress(100, "DONE"));
    }

    @Test
    void whatTheListenerThrowsEndsTheWait() {
        server.progress(progress(0, "RUNNING"));
        IllegalStateException own = new IllegalStateException("own");
        assertThatThrownBy(() -> waiter().onProgress(seen -> {
                            throw own;
                        })
                        .execute())
                .isSameAs(own);
    }

    @Test
    void aFailedJobIsThrownWithItsLastState() {
        JobInfo failed = new JobInfo(
                7L,
                null,
                null,
                null,
                null,
                null,
                null,
                "FAILED",
                null,
                null,
                null,
                "disk\nfull",
                List.of(),
                40,
                null,
                null,
                null,
                null,
                null,
                null);
        server.progress(progress(40, "FAILED")).job(failed);
        assertThatExceptionOfType(JobFailedException.class)
                .isThrownBy(() -> waiter().execute())
                .withMessage("Job 7 failed; status FAILED, 40 %; its description says: disk full")
                .satisfies(e -> {
                    assertThat(e.job()).isEqualTo(failed);
                    assertThat(e.progress()).isEqualTo(progress(40, "FAILED"));
                    assertThat(e.jobId()).isEqualTo("7");
                    assertThat(e.fate()).isEqualTo(Fate.REJECTED);
                });
    }

    @Test
    void aFailedJobIsAnOutcome() {
        JobInfo failed = new JobInfo(7, "ERROR", null);
        server.progress(progress(40, "ERROR")).job(failed);
        assertThat(waiter().outcome()).isEqualTo(new JobOutcome.Failed(failed));
    }

    @Test
    void aCancelledJobIsThrownAndAnOutcome() {
        JobInfo cancelled = new JobInfo(7, "CANCELED", null);
        server.progress(progress(40, "CANCELED"), progress(40, "CANCELED")).job(cancelled, cancelled);
        assertThat(waiter().outcome()).isEqualTo(new JobOutcome.Cancelled(cancelled));
        assertThatExceptionOfType(JobCancelledException.class)
                .isThrownBy(() -> waiter().execute())
                .withMessage("Job 7 was cancelled; status CANCELED, 40 %")
                .satisfies(e -> assertThat(e.job()).isEqualTo(cancelled));
    }

    @Test
    void theLastLookIsTakenWhenTheTimeIsOver() {
        server.progress(progress(1, "RUNNING"), progress(2, "RUNNING"), progress(3, "RUNNING"));
        assertThatExceptionOfType(JobTimeoutException.class)
                .isThrownBy(() -> waiter().timeout(Duration.ofSeconds(15)).execute())
                .withMessage("Job 7 did not end within 15.0 s; status RUNNING, 3 %; it goes on on the server: wait for"
                        + " it again, with a longer timeout")
                .satisfies(e -> {
                    assertThat(e.progress()).isEqualTo(progress(3, "RUNNING"));
                    assertThat(e.job()).isNull();
                    assertThat(e.fate()).isEqualTo(Fate.UNKNOWN);
                });
        assertThat(time.sleeps).containsExactly(Duration.ofSeconds(10), Duration.ofSeconds(5));
    }

    @Test
    void aJobThatIsNeverSeenTimesOutWithTheReason() {
        ConnectionException broken = new ConnectionException("no connection", null, NOWHERE);
        server.progress(broken, broken);
        assertThat(waiter().timeout(Duration.ofSeconds(1)).outcome())
                .isEqualTo(new JobOutcome.TimedOut("7", null, null, broken));
        server.progress(broken, broken);
        assertThatExceptionOfType(JobTimeoutException.class)
                .isThrownBy(() -> waiter().timeout(Duration.ofSeconds(1)).execute())
                .withMessageContaining("the last look failed, so nobody knows how far it is: no connection")
                .withCause(broken);
    }

    static Stream<CxException> passing() {
        return Stream.of(
                new ConnectionException("no connection", null, NOWHERE),
                new CallTimeoutException("silent", null, NOWHERE),
                new ServerException("503", new ErrorAnswer(503), NOWHERE),
                new TooManyRequestsException("429", null, new ErrorAnswer(429), NOWHERE));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void whatPassesDoesNotEndTheWait(CxException failure) {
        server.progress(failure, failure, progress(100, "COMPLETED")).job(DONE);
        assertThat(waiter().execute()).isEqualTo(DONE);
        assertThat(time.sleeps).hasSize(2);
    }

    @Test
    void whatPassesAtTheRecordDoesNotEndTheWaitEither() {
        server.progress(progress(100, "COMPLETED"), progress(100, "COMPLETED"))
                .job(new ServerException("503", new ErrorAnswer(503), NOWHERE), DONE);
        assertThat(waiter().execute()).isEqualTo(DONE);
    }

    static Stream<CxException> permanent() {
        return Stream.of(
                new ForbiddenException("403", ForbiddenException.Reason.PERMISSION, new ErrorAnswer(403), NOWHERE),
                new CallInterruptedException("interrupted", null, NOWHERE));
    }

    @ParameterizedTest
    @MethodSource("permanent")
    void whatDoesNotPassEndsTheWait(CxException failure) {
        server.progress(progress(1, "RUNNING"), failure);
        assertThatThrownBy(() -> waiter().execute()).isSameAs(failure);
    }

    @Test
    void theServerMayAskForALongerPause() {
        server.progress(
                        new TooManyRequestsException("429", Duration.ofSeconds(30), new ErrorAnswer(429), NOWHERE),
                        progress(100, "COMPLETED"))
                .job(DONE);
        assertThat(waiter().execute()).isEqualTo(DONE);
        assertThat(time.sleeps).containsExactly(Duration.ofSeconds(30));
    }

    @Test
    void withoutAStatus100PercentAndAFileAreDone() {
        JobInfo file = new JobInfo(7, null, "a.smime");
        server.progress(progress(100, null)).job(file);
        assertThat(waiter().execute()).isEqualTo(file);
    }

    @Test
    void withoutAStatus100PercentAndNoFileGoOn() {
        JobInfo file = new JobInfo(7, null, "a.smime");
        server.progress(progress(100, null), progress(100, null)).job(new JobInfo(7, null, " "), file);
        assertThat(waiter().execute()).isEqualTo(file);
    }

    @Test
    void anUnknownStatusGoesOnUntilAFileIsThere() {
        JobInfo file = new JobInfo(7, "ARCHIVED", "a.smime");
        server.progress(progress(40, "PACKING"), progress(100, "ARCHIVED")).job(file);
        assertThat(waiter().execute()).isEqualTo(file);
        assertThat(time.sleeps).hasSize(1);
    }

    @Test
    void anActiveStatusIsNotDoneWhateverThePercent() {
        server.progress(progress(100, "RUNNING"), progress(100, "COMPLETED")).job(DONE);
        assertThat(waiter().execute()).isEqualTo(DONE);
        assertThat(time.sleeps).hasSize(1);
    }

    @Test
    void aRecordThatLagsBehindIsWaitedFor() {
        server.progress(progress(100, "COMPLETED"), progress(100, "COMPLETED"))
                .job(new JobInfo(7, "RUNNING", null), DONE);
        assertThat(waiter().execute()).isEqualTo(DONE);
    }

    @Test
    void aDoneJobMayHaveNoFile() {
        JobInfo empty = new JobInfo(7, "COMPLETED", null);
        server.progress(progress(100, "COMPLETED")).job(empty);
        assertThat(waiter().execute()).isEqualTo(empty);
    }

    @Test
    void withoutProgressTheRecordIsLookedAt() {
        BadRequestException unknown = new BadRequestException("400", new ErrorAnswer(400), NOWHERE);
        List<JobProgress> seen = new ArrayList<>();
        server.progress(NOT_FOUND, unknown).job(new JobInfo(7, "SCHEDULED", null), DONE);
        assertThat(waiter().onProgress(seen::add).execute()).isEqualTo(DONE);
        assertThat(seen).containsExactly(progress(null, "SCHEDULED"), progress(null, "COMPLETED"));
    }

    @Test
    void aJobThatVanishedIsLookedForInTheHistory() {
        server.progress(progress(40, "RUNNING"), NOT_FOUND).job(NOT_FOUND).record(DONE);
        assertThat(waiter().execute()).isEqualTo(DONE);
    }

    @Test
    void aJobThatIsNowhereIsNamed() {
        server.progress(progress(40, "RUNNING"), NOT_FOUND)
                .job(NOT_FOUND)
                .record(new NotFoundException("404", new ErrorAnswer(404), NOWHERE));
        assertThatExceptionOfType(JobNotFoundException.class)
                .isThrownBy(() -> waiter().outcome())
                .withMessage("There is no job 7, neither among the jobs nor in the history; status RUNNING, 40 %; check"
                        + " the id, and that nobody deleted it")
                .withCauseInstanceOf(NotFoundException.class)
                .satisfies(e -> assertThat(e.progress()).isEqualTo(progress(40, "RUNNING")));
    }

    @Test
    void anInterruptEndsTheWaitAndStaysSet() {
        server.progress(progress(40, "RUNNING"));
        time.interrupted = true;
        assertThatExceptionOfType(CallInterruptedException.class)
                .isThrownBy(() -> waiter().execute())
                .withMessage("Interrupted while waiting for job 7; status RUNNING, 40 %; it goes on on the server");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void eachRequestHasATimeoutOfItsOwn() {
        server.progress(progress(100, "COMPLETED"), progress(100, "COMPLETED")).job(DONE, DONE);
        assertThat(waiter().execute()).isEqualTo(DONE);
        assertThat(waiter().requestTimeout(Duration.ofSeconds(3)).execute()).isEqualTo(DONE);
        assertThat(server.timeouts)
                .containsExactly(
                        Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofSeconds(3), Duration.ofSeconds(3));
    }

    @Test
    void badSettingsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> waiter().timeout(Duration.ZERO))
                .withMessageStartingWith("timeout must be longer than zero");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> waiter().pollInterval(Duration.ofSeconds(-1)))
                .withMessageStartingWith("pollInterval must be longer than zero");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> waiter().requestTimeout(Duration.ZERO))
                .withMessageStartingWith("requestTimeout must be longer than zero");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> waiter().onProgress(null))
                .withMessage("listener is required");
    }

    @Test
    void anOutageOfTheTokenEndpointOrAProxysPageDoesNotEndTheWait() {
        ErrorContext nowhere = new ErrorContext(Fate.NOT_SENT);
        server.progress(new AuthenticationException(
                        "no token", null, new ServerException("503", new ErrorAnswer(503), nowhere), nowhere))
                .progress(new DecodeException("an HTML page", null, nowhere))
                .progress(progress(100, "COMPLETED"))
                .job(DONE);
        assertThat(waiter().execute()).isEqualTo(DONE);
    }

    @Test
    void wrongCredentialsEndTheWait() {
        ErrorContext nowhere = new ErrorContext(Fate.NOT_SENT);
        AuthenticationException wrong = new AuthenticationException(
                "no token", "invalid_client", new UnauthorizedException("401", new ErrorAnswer(401), nowhere), nowhere);
        server.progress(wrong);
        assertThatThrownBy(() -> waiter().execute()).isSameAs(wrong);
    }

    @Test
    void aSuspendedJobThatIsNotDoneInTimeIsToBeResumed() {
        server.progress(progress(3, "SUSPENDED"), progress(3, "SUSPENDED"));
        assertThatThrownBy(() -> waiter().timeout(Duration.ofSeconds(10)).execute())
                .hasMessageContaining("it is suspended: resume it");
    }

    @Test
    void aServerThatIsDownAtTheEndIsSaidToBeTheCause() {
        ConnectionException down = new ConnectionException("connection refused", null, new ErrorContext(Fate.NOT_SENT));
        server.progress(progress(3, "RUNNING")).progress(down);
        assertThatThrownBy(() -> waiter().timeout(Duration.ofSeconds(10)).execute())
                .hasMessageContaining("the last look failed, so nobody knows how far it is: connection refused");
    }
}
