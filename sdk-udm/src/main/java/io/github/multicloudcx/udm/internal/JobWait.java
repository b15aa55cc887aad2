package io.github.multicloudcx.udm.internal;

import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.TimeSource;
import io.github.multicloudcx.core.error.AuthenticationException;
import io.github.multicloudcx.core.error.CallInterruptedException;
import io.github.multicloudcx.core.error.CallTimeoutException;
import io.github.multicloudcx.core.error.ConnectionException;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.error.DecodeException;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.core.error.ServerException;
import io.github.multicloudcx.core.error.TooManyRequestsException;
import io.github.multicloudcx.udm.JobCancelledException;
import io.github.multicloudcx.udm.JobFailedException;
import io.github.multicloudcx.udm.JobOutcome;
import io.github.multicloudcx.udm.JobTimeoutException;
import io.github.multicloudcx.udm.model.JobInfo;
import io.github.multicloudcx.udm.model.JobProgress;
import io.github.multicloudcx.udm.model.JobStatus;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One wait for the end of a job. */
final class JobWait {
    private final JobLook look;
    private final TimeSource time;
    private final PollingWaiter.Options options;
    private final long begin;
    private @Nullable JobInfo job;
    private @Nullable JobProgress progress;
    private @Nullable CxException failure;

    JobWait(JobLook look, TimeSource time, PollingWaiter.Options options) {
        this.look = look;
        this.time = time;
        this.options = options;
        this.begin = time.nanoTime();
    }

    JobOutcome outcome() {
        while (true) {
            JobOutcome end = look();
            if (end != null) {
                return end;
            }
            Duration left = options.timeout().minusNanos(time.nanoTime() - begin);
            if (left.isZero() || left.isNegative()) {
                return new JobOutcome.TimedOut(look.id(), job, progress, failure);
            }
            sleep(pause().compareTo(left) < 0 ? pause() : left);
        }
    }

    /** How it ended, or null while it has not. */
    private @Nullable JobOutcome look() {
        JobSight sight;
        try {
            sight = look.look(options.requestTimeout(), progress);
        } catch (CxException e) {
            if (!passing(e)) {
                throw e;
            }
            failure = e;
            return null;
        }
        failure = null;
        progress = sight.progress();
        job = sight.job() == null ? job : sight.job();
        options.listener().accept(sight.progress());
        return end(sight);
    }

    /** A wait of hours outlives what lasts minutes: an outage, also of the token endpoint, or a proxy's page in between. */
    private static boolean passing(CxException e) {
        return e instanceof ConnectionException
                || e instanceof CallTimeoutException
                || e instanceof ServerException
                || e instanceof TooManyRequestsException
                || e instanceof DecodeException
                || (e instanceof AuthenticationException signIn && signIn.temporary());
    }

    private static @Nullable JobOutcome end(JobSight sight) {
        JobInfo seen = sight.job();
        if (seen == null) {
            return null;
        }
        if (sight.failed()) {
            return new JobOutcome.Failed(seen);
        }
        if (sight.cancelled()) {
            return new JobOutcome.Cancelled(seen);
        }
        return sight.done() ? new JobOutcome.Done(seen) : null;
    }

    /** The interval, or longer when the server asks for it. */
    private Duration pause() {
        Duration asked = failure instanceof TooManyRequestsException refused ? refused.retryAfter() : null;
        return asked != null && asked.compareTo(options.interval()) > 0 ? asked : options.interval();
    }

    private void sleep(Duration pause) {
        try {
            time.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallInterruptedException(
                    "Interrupted while waiting for job " + look.id() + lastSeen() + "; it goes on on the server",
                    e,
                    new ErrorContext(Fate.UNKNOWN));
        }
    }

    JobInfo done() {
        JobOutcome outcome = outcome();
        if (outcome instanceof JobOutcome.Done done) {
            return done.job();
        }
        if (outcome instanceof JobOutcome.Failed failed) {
            throw new JobFailedException(
                    "Job " + look.id() + " failed" + lastSeen() + described(failed.job()),
                    look.id(),
                    failed.job(),
                    progress);
        }
        if (outcome instanceof JobOutcome.Cancelled cancelled) {
            throw new JobCancelledException(
                    "Job " + look.id() + " was cancelled" + lastSeen(), look.id(), cancelled.job(), progress);
        }
        throw new JobTimeoutException(
                "Job " + look.id() + " did not end within " + words(options.timeout()) + lastSeen() + "; " + whatToDo(),
                look.id(),
                job,
                progress,
                failure);
    }

    private String lastSeen() {
        return progress == null ? "" : "; " + JobSight.words(progress);
    }

    /** The description is where some servers put the reason; there is no field for it. */
    private static String described(JobInfo seen) {
        String text = seen.description();
        return text == null || text.isBlank()
                ? ""
                : "; its description says: " + text.strip().replaceAll("\\s+", " ");
    }

    private String whatToDo() {
        if (failure != null) {
            return "the last look failed, so nobody knows how far it is: " + failure.getMessage();
        }
        JobStatus status = progress == null ? null : progress.jobStatus();
        return JobStatus.SUSPENDED.equals(status)
                ? "it is suspended: resume it, and wait for it again"
                : "it goes on on the server: wait for it again, with a longer timeout";
    }

    private static String words(Duration duration) {
        long seconds = duration.toSeconds();
        return seconds % 60 == 0 && seconds > 0 ? seconds / 60 + " min" : duration.toMillis() / 1000.0 + " s";
    }
}
