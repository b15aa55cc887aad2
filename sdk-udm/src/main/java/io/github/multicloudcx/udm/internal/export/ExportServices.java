package io.github.multicloudcx.udm.internal.export;

import io.github.multicloudcx.core.TimeSource;
import io.github.multicloudcx.udm.ExportFiles;
import io.github.multicloudcx.udm.ExportHistory;
import io.github.multicloudcx.udm.ExportJobs;
import io.github.multicloudcx.udm.export.ExportSummary;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * What runs stand on.
 *
 * @param deployment tells the deployment and the generation of the API apart from others
 * @param jobs the jobs of one generation of the API
 * @param history its history
 * @param files its files
 * @param parts how this generation tells which files are the parts of a job
 * @param time the clock
 * @param background where runs go that nobody stands by
 * @param locks keep second runs out
 */
public record ExportServices(
        String deployment,
        ExportJobs jobs,
        ExportHistory history,
        ExportFiles files,
        ExportParts parts,
        TimeSource time,
        Background background,
        RunLocks locks) {
    /** As above, with locks of its own. */
    public ExportServices(
            String deployment,
            ExportJobs jobs,
            ExportHistory history,
            ExportFiles files,
            ExportParts parts,
            TimeSource time,
            Background background) {
        this(deployment, jobs, history, files, parts, time, background, new RunLocks());
    }

    /** Runs in the background. */
    public interface Background {
        CompletableFuture<ExportSummary> run(Supplier<ExportSummary> work);
    }
}
