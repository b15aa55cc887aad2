package io.github.multicloudcx.udm.internal.export;

import io.github.multicloudcx.udm.ItemList;
import io.github.multicloudcx.udm.export.ExportStateException;
import io.github.multicloudcx.udm.model.Job;
import io.github.multicloudcx.udm.model.JobInfo;
import io.github.multicloudcx.udm.model.JobStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the job whose description holds the mark of an export. */
final class MarkedJob {
    /** By how much the clocks of the two sides may differ. */
    private static final Duration SKEW = Duration.ofMinutes(10);

    private final ExportServices services;
    private final Journal journal;
    private final RunOptions options;

    MarkedJob(ExportServices services, Journal journal, RunOptions options) {
        this.services = services;
        this.journal = journal;
        this.options = options;
    }

    /** Its id, or null when there is none; a job that may or may not be it is an error, because a guess would be one. */
    @Nullable
    String find(Job job, Instant sent) {
        Set<String> unclear = new TreeSet<>();
        for (ItemList<JobInfo, ?> list : List.of(
                services.jobs().list().title(job.title()),
                services.history().list().title(job.title()))) {
            try (Stream<JobInfo> candidates = list.stream()) {
                for (JobInfo candidate : (Iterable<JobInfo>) candidates::iterator) {
                    String id = candidate.id() == null ? null : Long.toString(candidate.id());
                    if (id != null && marked(candidate)) {
                        return id;
                    }
                    if (id != null && maybe(candidate, job, sent)) {
                        unclear.add(id);
                    }
                }
            }
        }
        if (!unclear.isEmpty()) {
            throw unclear(job, unclear);
        }
        return null;
    }

    private boolean marked(JobInfo candidate) {
        return candidate.description() != null && candidate.description().contains(journal.mark());
    }

    /** Same title and time, and a description that the server leaves out or has replaced by the reason of a failure. */
    private static boolean maybe(JobInfo candidate, Job job, Instant sent) {
        JobStatus status = candidate.jobStatus();
        boolean silent = candidate.description() == null
                || candidate.description().isBlank()
                || (status != null && status.failed());
        Instant created = candidate.createdAt();
        return silent
                && job.title().equals(candidate.title())
                && (created == null || !created.isBefore(sent.minus(SKEW)));
    }

    private ExportStateException unclear(Job job, Set<String> ids) {
        return new ExportStateException(
                "It cannot be told whether an earlier run of " + options.name() + " created job "
                        + String.join(" or ", ids) + " \"" + job.title()
                        + "\", because it has no description; export it with run(id) under another name, or forget() this"
                        + " one to create another job",
                null,
                journal.path());
    }
}
