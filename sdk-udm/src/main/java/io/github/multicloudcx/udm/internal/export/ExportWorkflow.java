package io.github.multicloudcx.udm.internal.export;

import io.github.multicloudcx.core.error.CallInterruptedException;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.udm.archive.DecryptionKey;
import io.github.multicloudcx.udm.export.ExportPhase;
import io.github.multicloudcx.udm.export.ExportProgress;
import io.github.multicloudcx.udm.export.ExportSummary;
import io.github.multicloudcx.udm.internal.LocalFiles;
import io.github.multicloudcx.udm.model.Job;
import io.github.multicloudcx.udm.model.JobInfo;
import io.github.multicloudcx.udm.model.JobProgress;
import java.time.Duration;

/** One run of an export: what is left of its phases, in their order. */
final class ExportWorkflow {
    private static final Duration CANCELLING = Duration.ofSeconds(10);

    private final ExportServices services;
    private final ExportTarget target;
    private final RunOptions options;
    private final Journal journal;

    ExportWorkflow(ExportServices services, ExportTarget target, RunOptions options, Journal journal) {
        this.services = services;
        this.target = target;
        this.options = options;
        this.journal = journal;
    }

    ExportSummary run() {
        DecryptionKey key = options.key();
        if (!journal.done(key != null)) {
            journal.beginRun();
            download();
            if (key != null) {
                open(new Delivery(key, options, journal));
            }
            journal.finish();
            report(new ExportProgress(ExportPhase.DONE, null, 0, null));
        }
        return journal.summary(options.place());
    }

    private void download() {
        if (!journal.due(ExportPhase.DOWNLOAD) && !everyPartIsThere()) {
            journal.moveTo(ExportPhase.WAIT);
        }
        Job job = target.job();
        if (job != null && journal.due(ExportPhase.CREATE)) {
            journal.phase(ExportPhase.CREATE, new JobCreation(services, options, journal).of(job));
        }
        if (journal.due(ExportPhase.DOWNLOAD)) {
            String id = String.valueOf(journal.jobId());
            JobInfo done = journal.phase(ExportPhase.WAIT, () -> await(id));
            journal.phase(ExportPhase.DOWNLOAD, new PartDownloads(services, options, journal).of(id, done));
        }
    }

    private boolean everyPartIsThere() {
        return journal.parts().stream()
                .allMatch(part -> LocalFiles.holds(options.place().resolve(part.name()), part.size(), part.sha256()));
    }

    private void open(Delivery delivery) {
        if (journal.due(ExportPhase.VERIFY)) {
            journal.phase(ExportPhase.VERIFY, delivery::verify);
        }
        if (journal.due(ExportPhase.DELIVER)) {
            journal.phase(ExportPhase.DELIVER, delivery::deliver);
        }
    }

    private void report(ExportProgress progress) {
        options.listener().accept(progress);
    }

    private JobInfo await(String id) {
        try {
            return services.jobs()
                    .await(id)
                    .timeout(options.timeout())
                    .pollInterval(options.pollInterval())
                    .requestTimeout(options.requestTimeout())
                    .onProgress(progress -> report(waiting(id, progress)))
                    .execute();
        } catch (CallInterruptedException e) {
            if (options.cancelJob()) {
                cancel(id, e);
            }
            throw e;
        }
    }

    private static ExportProgress waiting(String id, JobProgress progress) {
        Integer percent = progress.progress();
        return new ExportProgress(ExportPhase.WAIT, id, percent == null ? 0 : percent, 100L);
    }

    /** The flag of the thread would end this request too, so it is taken down meanwhile. */
    private void cancel(String id, CallInterruptedException interrupt) {
        boolean interrupted = Thread.interrupted();
        try {
            services.jobs().cancel(id).timeout(CANCELLING).execute();
        } catch (CxException e) {
            interrupt.addSuppressed(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
