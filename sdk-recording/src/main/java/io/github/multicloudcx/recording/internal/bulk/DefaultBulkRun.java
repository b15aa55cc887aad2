package io.github.multicloudcx.recording.internal.bulk;

import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.RateLimit;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.recording.bulk.BulkProgress;
import io.github.multicloudcx.recording.bulk.BulkReport;
import io.github.multicloudcx.recording.bulk.BulkRun;
import io.github.multicloudcx.recording.bulk.RecordingOutcome;
import io.github.multicloudcx.recording.internal.RecordingOperation;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Describes a run; {@link Bulk} is one. */
public final class DefaultBulkRun implements BulkRun {
    private static final int MOST_AT_A_TIME = 256;

    private final CxClient cx;
    private final RecordingOperation operation;
    private final Function<String, Call<?>> calls;
    private final Supplier<Iterator<String>> ids;
    private final BulkSettings settings;

    public DefaultBulkRun(
            CxClient cx,
            RecordingOperation operation,
            Function<String, Call<?>> calls,
            Supplier<Iterator<String>> ids,
            BulkSettings settings) {
        this.cx = cx;
        this.operation = operation;
        this.calls = calls;
        this.ids = ids;
        this.settings = settings;
    }

    private BulkRun with(Consumer<BulkSettings> change) {
        return new DefaultBulkRun(cx, operation, calls, ids, settings.with(change));
    }

    @Override
    public BulkRun concurrency(int requests) {
        if (requests < 1 || requests > MOST_AT_A_TIME) {
            throw new IllegalArgumentException("concurrency must be from 1 to " + MOST_AT_A_TIME + ", not " + requests);
        }
        return with(changed -> changed.concurrency = requests);
    }

    @Override
    public BulkRun rateLimit(RateLimit limit) {
        Require.present(limit, "rateLimit");
        return with(changed -> changed.rateLimit = limit);
    }

    @Override
    public BulkRun passes(int times) {
        Require.positive(times, "passes");
        return with(changed -> changed.passes = times);
    }

    @Override
    public BulkRun stopAfterFailures(int failures) {
        Require.positive(failures, "stopAfterFailures");
        return with(changed -> changed.failuresInARow = failures);
    }

    @Override
    public BulkRun resultFile(Path file) {
        Require.present(file, "resultFile");
        return with(changed -> changed.resultFile = file);
    }

    @Override
    public BulkRun total(long count) {
        Require.notNegative(count, "total");
        return with(changed -> changed.total(count));
    }

    @Override
    public BulkRun onOutcome(Consumer<RecordingOutcome> listener) {
        Require.present(listener, "listener");
        return with(changed -> changed.outcomes = listener);
    }

    @Override
    public BulkRun onProgress(Consumer<BulkProgress> listener) {
        Require.present(listener, "listener");
        return with(changed -> changed.progress = listener);
    }

    @Override
    public BulkReport execute() {
        Path path = settings.resultFile;
        Attempt attempt = new Attempt(calls, operation.safeToRepeat(), settings.rateLimit, cx.timeSource());
        if (path == null) {
            return new Bulk(settings, cx.timeSource(), attempt, null).run(ids.get());
        }
        try (ResultFile file = ResultFile.open(path, operation.operationName(), attempt::doubt)) {
            return new Bulk(settings, cx.timeSource(), attempt, file).run(ids.get());
        }
    }

    @Override
    public CompletableFuture<BulkReport> executeAsync() {
        return cx.executeAsync(this::execute);
    }

    @Override
    public String toString() {
        return "BulkRun[" + operation.operationName() + "]";
    }
}
