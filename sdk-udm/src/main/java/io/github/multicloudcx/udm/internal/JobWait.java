package io.github.multicloudcx.udm.internal;

import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.TimeSource;
import io.github.multicloudcx.core.error.CallInterruptedException;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.core.internal.work.Polling;
import io.github.multicloudcx.udm.JobCancelledException;
import io.github.multicloudcx.udm.JobFailedException;
import io.github.multicloudcx.udm.JobOutcome;
import io.github.multicloudcx.udm.JobTimeoutException;
import io.github.multicloudcx.udm.model.JobInfo;
import io.github.multicloudcx.udm.model.JobProgress;
import io.github.multicloudcx.udm.model.JobStatus;
import org.jspecify.annotations.Nullable;

/** One wait for the end of a job. */
final class JobWait {
    private final JobLook look;
    private final PollingWaiter.Options options;
    private final Polling<JobOutcome> polling;
    private @Nullable JobInfo job;
    private @Nullable JobProgress progress;

    JobWait(JobLook look, TimeSource time, PollingWaiter.Options options) {
        this.look = look;
        this.options = options;
        this.polling = new Polling<>(time, options.timeout(), options.interval());
    }

    JobOutcome outcome() {
        try {
            JobOutcome end = polling.until(this::look);
            return end != null ? end : new JobOutcome.TimedOut(look.id(), job, progress, polling.failure());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallInterruptedException(
                    "Interrupted while waiting for job " + look.id() + lastSeen() + "; it goes on on the server",
                    e,
                    new ErrorContext(Fate.UNKNOWN));
        }
    }

    /** How it ended, or null while it has not. */
    private @Nullable JobOutcome look() {
        JobSight sight = look.look(polling.timeFor(options.requestTimeout()), progress);
        progress = sight.progress();
        job = sight.job() == null ? job : sight.job();
        options.listener().accept(sight.progress());
        return end(sight);
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
                "Job " + look.id() + " did not end within " + polling.words() + lastSeen() + "; " + whatToDo(),
                look.id(),
                job,
                progress,
                polling.failure());
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
        CxException failure = polling.failure();
        if (failure != null) {
            return "the last look failed, so nobody knows how far it is: " + failure.getMessage();
        }
        JobStatus status = progress == null ? null : progress.jobStatus();
        return JobStatus.SUSPENDED.equals(status)
                ? "it is suspended: resume it, and wait for it again"
                : "it goes on on the server: wait for it again, with a longer timeout";
    }
}
