package io.github.multicloudcx.udm.internal;

import io.github.multicloudcx.core.TimeSource;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.udm.JobOutcome;
import io.github.multicloudcx.udm.JobWaiter;
import io.github.multicloudcx.udm.model.JobInfo;
import io.github.multicloudcx.udm.model.JobProgress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Describes a wait; {@link JobWait} is one. */
final class PollingWaiter implements JobWaiter {
    private final JobLook look;
    private final TimeSource time;
    private final Background background;
    private final Options options;

    PollingWaiter(JobLook look, TimeSource time, Background background, Options options) {
        this.look = look;
        this.time = time;
        this.background = background;
        this.options = options;
    }

    /** Where waits run that nobody stands by. */
    interface Background {
        CompletableFuture<JobInfo> run(Supplier<JobInfo> wait);
    }

    /** The settings of a wait. */
    record Options(Duration timeout, Duration interval, Duration requestTimeout, Consumer<JobProgress> listener) {
        static final Options DEFAULT =
                new Options(Duration.ofHours(2), Duration.ofSeconds(5), Duration.ofMinutes(1), progress -> {});
    }

    @Override
    public JobWaiter timeout(Duration total) {
        return with(new Options(
                Require.positive(total, "timeout"), options.interval(), options.requestTimeout(), options.listener()));
    }

    @Override
    public JobWaiter pollInterval(Duration interval) {
        return with(new Options(
                options.timeout(),
                Require.positive(interval, "pollInterval"),
                options.requestTimeout(),
                options.listener()));
    }

    @Override
    public JobWaiter requestTimeout(Duration each) {
        return with(new Options(
                options.timeout(), options.interval(), Require.positive(each, "requestTimeout"), options.listener()));
    }

    @Override
    public JobWaiter onProgress(Consumer<JobProgress> listener) {
        return with(new Options(
                options.timeout(),
                options.interval(),
                options.requestTimeout(),
                Require.present(listener, "listener")));
    }

    private PollingWaiter with(Options changed) {
        return new PollingWaiter(look, time, background, changed);
    }

    @Override
    public JobOutcome outcome() {
        return begin().outcome();
    }

    @Override
    public JobInfo execute() {
        return begin().done();
    }

    @Override
    public CompletableFuture<JobInfo> executeAsync() {
        return background.run(this::execute);
    }

    private JobWait begin() {
        return new JobWait(look, time, options);
    }

    @Override
    public String toString() {
        return "JobWaiter[" + look.id() + "]";
    }
}
