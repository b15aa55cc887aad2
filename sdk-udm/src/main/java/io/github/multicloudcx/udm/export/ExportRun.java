package io.github.multicloudcx.udm.export;

import io.github.multicloudcx.core.error.CallInterruptedException;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.core.error.StorageException;
import io.github.multicloudcx.udm.JobCancelledException;
import io.github.multicloudcx.udm.JobFailedException;
import io.github.multicloudcx.udm.JobNotFoundException;
import io.github.multicloudcx.udm.JobTimeoutException;
import io.github.multicloudcx.udm.archive.ArchiveException;
import io.github.multicloudcx.udm.archive.ArchiveLimits;
import io.github.multicloudcx.udm.archive.DecryptionKey;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * An export from the job to the records. It is immutable: the setters return copies, and nothing happens before
 * {@link #execute()}.
 *
 * <p>A small file in the output directory, {@code NAME.export.json}, says how far it came; it holds no secret. Executing
 * the same export under the same name again goes on from there, whatever ended the last run: a job is created once, a part
 * that was downloaded whole is not downloaded again, and an export that is done is not done twice. To tell its job from
 * others where the answer to the creation was lost, a run adds a mark such as {@code [run 4f1c...]} to the description of
 * the job.
 *
 * <p>One process at a time: a second one is refused while the first is at it.
 */
public interface ExportRun {
    /**
     * Sets where the parts and the state file go; required.
     *
     * @param directory made when it is not there
     * @return a copy
     */
    ExportRun to(Path directory);

    /**
     * Sets the name under which the export goes on. Exports that are different, such as those of two days, need different
     * names: under the name of another one they are refused.
     *
     * @param name letters, digits, dots, hyphens and underscores, 1 to 100 of them, none of the dots in front; the default
     *     is {@code export}
     * @return a copy
     */
    ExportRun name(String name);

    /**
     * Sets the key that opens the export. Without one the run ends with the download: nothing is verified and no record
     * is handed over.
     *
     * @param key the key of the certificate that the tenant encrypts for
     * @return a copy
     */
    ExportRun decryptWith(DecryptionKey key);

    /**
     * Sets who gets the records; without it they are counted only. It needs {@link #decryptWith}.
     *
     * @param receiver called on the executing thread; what it throws ends the run
     * @return a copy
     */
    ExportRun deliverTo(RecordReceiver receiver);

    /**
     * Sets what an archive may hold.
     *
     * @param limits the default is {@link ArchiveLimits#DEFAULT}
     * @return a copy
     */
    ExportRun limits(ArchiveLimits limits);

    /**
     * Sets how long to wait for the job. Downloads and records have no limit of their own.
     *
     * @param waiting longer than zero; the default is 2 hours
     * @return a copy
     */
    ExportRun timeout(Duration waiting);

    /**
     * Sets how long to wait between two looks at the job.
     *
     * @param interval longer than zero; the default is 5 seconds
     * @return a copy
     */
    ExportRun pollInterval(Duration interval);

    /**
     * Sets the time for each request, its attempts included; for a download that of each asking for the content, not of
     * the transfer. Lists, of files and of jobs that are looked for, have the time of the client.
     *
     * @param each longer than zero; the default is 1 minute
     * @return a copy
     */
    ExportRun requestTimeout(Duration each);

    /**
     * Reports progress.
     *
     * @param listener called on the executing thread; what it throws ends the run
     * @return a copy
     */
    ExportRun onProgress(Consumer<ExportProgress> listener);

    /**
     * Makes an interrupt, or the cancelling of the future, cancel the job on the server too while it is waited for.
     *
     * @param cancel the default is false: the job goes on, and the next run with it
     * @return a copy
     */
    ExportRun cancelJobOnInterrupt(boolean cancel);

    /**
     * Runs the export, or what is left of it. When everything is done, this returns the summary and sends nothing.
     *
     * @return what was done
     * @throws IllegalArgumentException when something required is missing, naming it
     * @throws ExportStateException when the state file does not let it go on, saying why
     * @throws JobFailedException when the job failed; {@link #forget()} lets the next run create another one
     * @throws JobCancelledException when the job was cancelled; as above
     * @throws JobNotFoundException when the job is gone from the server; {@link #forget()} lets the next run create another one
     * @throws JobTimeoutException when the time for waiting was over; the job goes on, and so does the next run
     * @throws ArchiveException when the export cannot be opened, saying why; no record of it was handed over, unless a file
     *     was changed between verifying and handing over
     * @throws StorageException when a file cannot be written or read, or the receiver threw an {@code IOException}
     * @throws CallInterruptedException when the thread was interrupted
     * @throws CxException when a request failed for good
     */
    ExportSummary execute();

    /**
     * Runs the export on another thread. Cancelling the future interrupts it.
     *
     * @return the summary to come, or what {@link #execute()} throws
     */
    CompletableFuture<ExportSummary> executeAsync();

    /**
     * Cancels the job that an earlier run began, as its state file names it. Does nothing when no job was created.
     *
     * @throws IllegalArgumentException when there is no output directory
     * @throws ExportStateException when the state file cannot be used, or a run is going on
     * @throws CxException when the request failed, for example because the job has ended already
     */
    void cancel();

    /**
     * Forgets how far the export came, so that the next run begins anew and creates another job. Nothing on the server and
     * no downloaded file is touched.
     *
     * @throws IllegalArgumentException when there is no output directory
     * @throws ExportStateException when a run is going on
     * @throws StorageException when the state file cannot be deleted
     */
    void forget();
}
