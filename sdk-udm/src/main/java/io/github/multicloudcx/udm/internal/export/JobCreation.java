package io.github.multicloudcx.udm.internal.export;

import io.github.multicloudcx.core.Fate;
import io.github.multicloudcx.core.error.CallInterruptedException;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.error.ErrorContext;
import io.github.multicloudcx.udm.export.ExportPhase;
import io.github.multicloudcx.udm.export.ExportProgress;
import io.github.multicloudcx.udm.export.ExportStateException;
import io.github.multicloudcx.udm.model.Job;
import io.github.multicloudcx.udm.model.JobInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Creates a job once, whatever happens to the answer. That the creation is about to be sent is written down first; where it
 * was, and no id after it, the job is looked for before another one is created, for as long as the first request may still
 * be under way.
 */
final class JobCreation {
    private static final Pattern MARK = Pattern.compile("\\[run [0-9a-f]{16}]\\s*");

    private final ExportServices services;
    private final RunOptions options;
    private final Journal journal;

    JobCreation(ExportServices services, RunOptions options, Journal journal) {
        this.services = services;
        this.options = options;
        this.journal = journal;
    }

    /** The creation of a job; its id is in the journal afterwards. */
    Runnable of(Job job) {
        return () -> obtain(job);
    }

    private void obtain(Job job) {
        options.listener().accept(new ExportProgress(ExportPhase.CREATE, null, 0, null));
        if (journal.jobId() == null) {
            Instant sent = journal.creationSent();
            String earlier = sent == null ? null : settle(job, sent);
            journal.created(earlier == null ? create(job) : earlier);
        }
    }

    /** The id of a job that an earlier run created, as far as it is known or can be found at once. */
    @Nullable
    String findEarlier(ExportTarget target) {
        Instant sent = journal.creationSent();
        Job job = target.job();
        return journal.jobId() != null || sent == null || job == null
                ? journal.jobId()
                : new MarkedJob(services, journal, options).find(job, sent);
    }

    private String create(Job job) {
        journal.sendingCreation();
        Instant sent = services.time().now();
        try {
            JobInfo created = services.jobs()
                    .create(marked(job))
                    .timeout(options.requestTimeout())
                    .execute();
            if (created.id() != null) {
                return Long.toString(created.id());
            }
        } catch (CallInterruptedException e) {
            throw e;
        } catch (CxException e) {
            return afterFailure(job, sent, e);
        }
        return present(settle(job, sent), job);
    }

    private String afterFailure(Job job, Instant sent, CxException failure) {
        if (failure.fate() == Fate.NOT_SENT || failure.fate() == Fate.REJECTED) {
            journal.creationRefused();
            throw failure;
        }
        String id;
        try {
            id = settle(job, sent);
        } catch (CxException e) {
            failure.addSuppressed(e);
            throw failure;
        }
        if (id == null) {
            throw failure;
        }
        return id;
    }

    private String present(@Nullable String id, Job job) {
        if (id == null) {
            throw new ExportStateException(
                    "The server accepted job \"" + job.title() + "\" without telling its id, and it is in no list;"
                            + " look for it, and export it with run(id)",
                    null,
                    journal.path());
        }
        return id;
    }

    /** Looks until it is there, or until a request of that time cannot be under way any more. */
    private @Nullable String settle(Job job, Instant sent) {
        MarkedJob look = new MarkedJob(services, journal, options);
        long end = services.time().nanoTime() + stillUnderWay(sent).toNanos();
        while (true) {
            String id = look.find(job, sent);
            Duration left = Duration.ofNanos(end - services.time().nanoTime());
            if (id != null || left.isNegative() || left.isZero()) {
                return id;
            }
            pause(shorter(left, options.pollInterval()));
        }
    }

    /** At the most; a clock that was put back since would make it days. */
    private Duration stillUnderWay(Instant sent) {
        Duration most = options.requestTimeout().multipliedBy(2);
        return shorter(most, Duration.between(services.time().now(), sent.plus(most)));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private void pause(Duration pause) {
        try {
            services.time().sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallInterruptedException(
                    "Interrupted while looking for the job of an earlier run; run it again to go on",
                    e,
                    new ErrorContext(Fate.UNKNOWN));
        }
    }

    /** Without marks of other runs, which come along when a job is made from another one. In front, so that a server that cuts long descriptions off does not cut off the mark. */
    private Job marked(Job job) {
        String own = job.description() == null
                ? ""
                : MARK.matcher(job.description()).replaceAll("").strip();
        String description = own.isEmpty() ? journal.mark() : journal.mark() + " " + own;
        return job.toBuilder().description(description).build();
    }
}
