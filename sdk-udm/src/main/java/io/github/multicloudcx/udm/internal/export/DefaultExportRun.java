package io.github.multicloudcx.udm.internal.export;

import io.github.multicloudcx.udm.archive.ArchiveLimits;
import io.github.multicloudcx.udm.archive.DecryptionKey;
import io.github.multicloudcx.udm.export.ExportProgress;
import io.github.multicloudcx.udm.export.ExportRun;
import io.github.multicloudcx.udm.export.ExportSummary;
import io.github.multicloudcx.udm.export.RecordReceiver;
import io.github.multicloudcx.udm.internal.LocalFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Describes a run; {@link ExportWorkflow} is one. */
final class DefaultExportRun implements ExportRun {
    private final ExportServices services;
    private final ExportTarget target;
    private final RunOptions options;

    DefaultExportRun(ExportServices services, ExportTarget target, RunOptions options) {
        this.services = services;
        this.target = target;
        this.options = options;
    }

    private ExportRun with(RunOptions changed) {
        return new DefaultExportRun(services, target, changed);
    }

    @Override
    public ExportRun to(Path directory) {
        return with(options.to(directory));
    }

    @Override
    public ExportRun name(String name) {
        return with(options.named(name));
    }

    @Override
    public ExportRun decryptWith(DecryptionKey key) {
        return with(options.key(key));
    }

    @Override
    public ExportRun deliverTo(RecordReceiver receiver) {
        return with(options.receiver(receiver));
    }

    @Override
    public ExportRun limits(ArchiveLimits limits) {
        return with(options.limits(limits));
    }

    @Override
    public ExportRun timeout(Duration waiting) {
        return with(options.timeout(waiting));
    }

    @Override
    public ExportRun pollInterval(Duration interval) {
        return with(options.pollInterval(interval));
    }

    @Override
    public ExportRun requestTimeout(Duration each) {
        return with(options.requestTimeout(each));
    }

    @Override
    public ExportRun onProgress(Consumer<ExportProgress> listener) {
        return with(options.listener(listener));
    }

    @Override
    public ExportRun cancelJobOnInterrupt(boolean cancel) {
        return with(options.cancelJob(cancel));
    }

    @Override
    public ExportSummary execute() {
        options.check();
        StateFile file = options.stateFile();
        LocalFiles.createDirectories(options.place());
        return services.locks().alone(file.path(), () -> {
            Journal journal = Journal.open(file, target, services);
            return new ExportWorkflow(services, target, options, journal).run();
        });
    }

    @Override
    public CompletableFuture<ExportSummary> executeAsync() {
        options.check();
        return services.background().run(this::execute);
    }

    @Override
    public void cancel() {
        ifBegun(file -> {
            Journal journal = Journal.open(file, target, services);
            String id = new JobCreation(services, options, journal).findEarlier(target);
            if (id != null) {
                services.jobs().cancel(id).timeout(options.requestTimeout()).execute();
            }
        });
    }

    @Override
    public void forget() {
        ifBegun(StateFile::delete);
    }

    private void ifBegun(Consumer<StateFile> work) {
        StateFile file = options.stateFile();
        if (Files.exists(file.path())) {
            services.locks().alone(file.path(), () -> {
                work.accept(file);
                return null;
            });
        }
    }

    @Override
    public String toString() {
        return "ExportRun[" + target + ", " + options.name() + "]";
    }
}
