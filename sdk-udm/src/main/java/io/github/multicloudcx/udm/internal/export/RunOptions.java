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

/** The settings of a run. */
record RunOptions(
        @Nullable Path directory,
        String name,
        @Nullable DecryptionKey key,
        @Nullable RecordReceiver receiver,
        ArchiveLimits limits,
        Duration timeout,
        Duration pollInterval,
        Duration requestTimeout,
        Consumer<ExportProgress> listener,
        boolean cancelJob) {
    static final RunOptions DEFAULT = new RunOptions(
            null,
            "export",
            null,
            null,
            ArchiveLimits.DEFAULT,
            Duration.ofHours(2),
            Duration.ofSeconds(5),
            Duration.ofMinutes(1),
            progress -> {},
            false);

    Path place() {
        if (directory == null) {
            throw new IllegalArgumentException("to is required: the directory for the export");
        }
        return directory;
    }

    StateFile stateFile() {
        return new StateFile(place(), name);
    }

    /** What can be wrong on this side, before anything happens on the other one. */
    void check() {
        Path unused = place();
        if (receiver != null && key == null) {
            throw new IllegalArgumentException("decryptWith is required when deliverTo is set");
        }
    }

    RunOptions to(Path where) {
        Path given = Require.present(where, "directory");
        return new RunOptions(
                given, name, key, receiver, limits, timeout, pollInterval, requestTimeout, listener, cancelJob);
    }

    RunOptions named(String text) {
        if (!Require.text(text, "name").matches("[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}")) {
            throw new IllegalArgumentException("name must be 1 to 100 letters, digits, dots, hyphens and underscores,"
                    + " and not begin with a dot");
        }
        return new RunOptions(
                directory, text, key, receiver, limits, timeout, pollInterval, requestTimeout, listener, cancelJob);
    }

    RunOptions key(DecryptionKey given) {
        DecryptionKey used = Require.present(given, "key");
        return new RunOptions(
                directory, name, used, receiver, limits, timeout, pollInterval, requestTimeout, listener, cancelJob);
    }

    RunOptions receiver(RecordReceiver given) {
        RecordReceiver used = Require.present(given, "receiver");
        return new RunOptions(
                directory, name, key, used, limits, timeout, pollInterval, requestTimeout, listener, cancelJob);
    }

    RunOptions limits(ArchiveLimits given) {
        ArchiveLimits used = Require.present(given, "limits");
        return new RunOptions(
                directory, name, key, receiver, used, timeout, pollInterval, requestTimeout, listener, cancelJob);
    }

    RunOptions timeout(Duration waiting) {
        Duration used = Require.positive(waiting, "timeout");
        return new RunOptions(
                directory, name, key, receiver, limits, used, pollInterval, requestTimeout, listener, cancelJob);
    }

    RunOptions pollInterval(Duration interval) {
        Duration used = Require.positive(interval, "pollInterval");
        return new RunOptions(
                directory, name, key, receiver, limits, timeout, used, requestTimeout, listener, cancelJob);
    }

    RunOptions requestTimeout(Duration each) {
        Duration used = Require.positive(each, "requestTimeout");
        return new RunOptions(directory, name, key, receiver, limits, timeout, pollInterval, used, listener, cancelJob);
    }

    RunOptions listener(Consumer<ExportProgress> given) {
        Consumer<ExportProgress> used = Require.present(given, "listener");
        return new RunOptions(
                directory, name, key, receiver, limits, timeout, pollInterval, requestTimeout, used, cancelJob);
    }

    RunOptions cancelJob(boolean cancel) {
        return new RunOptions(
                directory, name, key, receiver, limits, timeout, pollInterval, requestTimeout, listener, cancel);
    }
}
