package io.github.multicloudcx.udm.internal.export;

import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.udm.archive.ArchiveLimits;
import io.github.multicloudcx.udm.archive.DecryptionKey;
import io.github.multicloudcx.udm.export.ExportProgress;
import io.github.multicloudcx.udm.export.RecordReceiver;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The settings of a run. Immutable to others: each change makes a copy. */
final class RunOptions {
    static final RunOptions DEFAULT = new RunOptions();

    private @Nullable Path directory;
    private String name = "export";
    private @Nullable DecryptionKey key;
    private @Nullable RecordReceiver receiver;
    private ArchiveLimits limits = ArchiveLimits.DEFAULT;
    private Duration timeout = Duration.ofHours(2);
    private Duration pollInterval = Duration.ofSeconds(5);
    private Duration requestTimeout = Duration.ofMinutes(1);
    private Consumer<ExportProgress> listener = progress -> {};
    private boolean cancelJob;

    private RunOptions() {}

    private RunOptions with(Consumer<RunOptions> change) {
        RunOptions copy = new RunOptions();
        copy.directory = directory;
        copy.name = name;
        copy.key = key;
        copy.receiver = receiver;
        copy.limits = limits;
        copy.timeout = timeout;
        copy.pollInterval = pollInterval;
        copy.requestTimeout = requestTimeout;
        copy.listener = listener;
        copy.cancelJob = cancelJob;
        change.accept(copy);
        return copy;
    }

    /** What can be wrong on this side, before anything happens on the other one. */
    void check() {
        Path unused = place();
        if (receiver != null && key == null) {
            throw new IllegalArgumentException("decryptWith is required when deliverTo is set");
        }
    }

    Path place() {
        if (directory == null) {
            throw new IllegalArgumentException("to is required: the directory for the export");
        }
        return directory;
    }

    StateFile stateFile() {
        return new StateFile(place(), name);
    }

    String name() {
        return name;
    }

    @Nullable
    DecryptionKey key() {
        return key;
    }

    @Nullable
    RecordReceiver receiver() {
        return receiver;
    }

    ArchiveLimits limits() {
        return limits;
    }

    Duration timeout() {
        return timeout;
    }

    Duration pollInterval() {
        return pollInterval;
    }

    Duration requestTimeout() {
        return requestTimeout;
    }

    Consumer<ExportProgress> listener() {
        return listener;
    }

    boolean cancelJob() {
        return cancelJob;
    }

    RunOptions to(Path where) {
        return with(copy -> copy.directory = Require.present(where, "directory"));
    }

    RunOptions named(String text) {
        if (!Require.text(text, "name").matches("[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}")) {
            throw new IllegalArgumentException("name must be 1 to 100 letters, digits, dots, hyphens and underscores,"
                    + " and not begin with a dot");
        }
        return with(copy -> copy.name = text);
    }

    RunOptions key(DecryptionKey given) {
        return with(copy -> copy.key = Require.present(given, "key"));
    }

    RunOptions receiver(RecordReceiver given) {
        return with(copy -> copy.receiver = Require.present(given, "receiver"));
    }

    RunOptions limits(ArchiveLimits given) {
        return with(copy -> copy.limits = Require.present(given, "limits"));
    }

    RunOptions timeout(Duration waiting) {
        return with(copy -> copy.timeout = Require.positive(waiting, "timeout"));
    }

    RunOptions pollInterval(Duration interval) {
        return with(copy -> copy.pollInterval = Require.positive(interval, "pollInterval"));
    }

    RunOptions requestTimeout(Duration each) {
        return with(copy -> copy.requestTimeout = Require.positive(each, "requestTimeout"));
    }

    RunOptions listener(Consumer<ExportProgress> given) {
        return with(copy -> copy.listener = Require.present(given, "listener"));
    }

    RunOptions cancelJob(boolean cancel) {
        return with(copy -> copy.cancelJob = cancel);
    }
}
