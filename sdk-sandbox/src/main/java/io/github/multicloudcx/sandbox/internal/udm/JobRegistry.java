package io.github.multicloudcx.sandbox.internal.udm;

import io.github.multicloudcx.sandbox.internal.server.SandboxOptions;
import io.github.multicloudcx.sandbox.internal.storage.FileStore;
import io.github.multicloudcx.sandbox.internal.storage.StoredFile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All jobs and runs. Whoever uses it holds its monitor. */
public final class JobRegistry {
    private static final int RUNS_AT_ONCE = 1000;

    private final SandboxOptions options;
    private final UdmSettings settings;
    private final Exporter exporter;
    private final FileStore files;
    private final Map<Long, ExportJob> jobs = new LinkedHashMap<>();
    private long lastId;

    public JobRegistry(SandboxOptions options, UdmSettings settings, CertificateStore certificates, FileStore files) {
        this.options = options;
        this.settings = settings;
        this.exporter = new Exporter(options, settings, certificates);
        this.files = files;
    }

    Instant now() {
        return options.clock().now();
    }

    ExportJob create(JobDefinition definition) {
        Instant now = now();
        boolean repeated = !definition.cron().isEmpty();
        Instant start = repeated ? Instant.MAX : definition.start(now);
        return add(null, definition, now, new Progression(start, options.jobDuration(), definition.suspended()));
    }

    /** Adds a job that is done and whose file does not exist. */
    void addFinished(JobDefinition definition) {
        ExportJob job = add(null, definition, now(), new Progression(Instant.EPOCH, Duration.ZERO, false));
        job.exported(
                definition.source() + "-" + String.join("_", definition.entities()) + "-" + job.id() + ".smime",
                1000 + job.id());
    }

    private ExportJob add(@Nullable Long parentId, JobDefinition definition, Instant created, Progression progression) {
        ExportJob job = new ExportJob(++lastId, parentId, definition, created, progression);
        jobs.put(job.id(), job);
        return job;
    }

    /** All jobs and runs, brought up to now. */
    List<ExportJob> all() {
        Instant now = now();
        List.copyOf(jobs.values()).stream().filter(ExportJob::repeated).forEach(job -> startRuns(job, now));
        jobs.values().forEach(job -> export(job, now));
        return new ArrayList<>(jobs.values());
    }

    /** Those that lists show by now. */
    Stream<ExportJob> inLists() {
        Instant latest = now().minus(settings.listDelay());
        return all().stream().filter(job -> !job.created().isAfter(latest));
    }

    Optional<ExportJob> find(long id) {
        Optional<ExportJob> known = Optional.ofNullable(jobs.get(id));
        known.ifPresent(job -> export(job, now()));
        return known.isPresent()
                ? known
                : all().stream().filter(job -> job.id() == id).findFirst();
    }

    private void startRuns(ExportJob job, Instant now) {
        for (int i = 0; i < RUNS_AT_ONCE; i++) {
            Optional<Instant> due = job.fire(now);
            if (due.isEmpty()) {
                return;
            }
            add(job.id(), job.definition(), due.get(), new Progression(due.get(), options.jobDuration(), false));
        }
    }

    private void export(ExportJob job, Instant now) {
        boolean done = job.progression().status(now).equals(Progression.COMPLETED);
        if (!done || job.fileName().isPresent()) {
            return;
        }
        List<StoredFile> parts = exporter.export(job);
        parts.forEach(files::add);
        parts.stream()
                .findFirst()
                .ifPresent(first -> job.exported(first.name(), first.content().length()));
    }
}
