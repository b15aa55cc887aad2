package io.github.multicloudcx.recording.bulk;

import io.github.multicloudcx.core.RateLimit;
import io.github.multicloudcx.core.error.StorageException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Does the same to many recordings, and tells what came of each. Immutable: the setters return copies, and nothing is sent
 * before {@link #execute()}.
 *
 * <p>An id that fails does not stop the others. What may pass (broken connections, 5xx) is tried again when the others are
 * through, after a pause when the server was silent; a server that answers 429 is given time, as much as it asks for and
 * 30 seconds at most, up to ten times an id. A request to
 * lift the protection whose fate is unknown is not sent again in the same run. The run ends early when no id would fare better:
 * on 401, a missing role or permission, and after many failures in a row, such as those of an address that has no such
 * operation. Ids are read, and listeners called, on the executing thread. A run remembers each id, in about 300 bytes.
 */
public interface BulkRun {
    /**
     * Sets how many requests run at a time.
     *
     * @param requests 1 to 256; the default is 8
     * @return a copy
     */
    BulkRun concurrency(int requests);

    /**
     * Limits how many ids are begun per period. Requests that the retry policy repeats do not count; the limit of the
     * connection counts them too.
     *
     * @param limit by default there is none but that of the connection
     * @return a copy
     */
    BulkRun rateLimit(RateLimit limit);

    /**
     * Sets how often an id is tried that fails for a passing reason, each time with all attempts of the retry policy.
     *
     * @param times 1 or more; the default is 3
     * @return a copy
     */
    BulkRun passes(int times);

    /**
     * Sets after how many failures in a row that are not those of their ids the run ends: the server is out of order then.
     *
     * @param failures 1 or more; the default is 100
     * @return a copy
     */
    BulkRun stopAfterFailures(int failures);

    /**
     * Keeps a CSV file with the outcome of each id. Each is written as soon as it is known, so that a run that was killed
     * can be started again with the same file: ids that are done in it are skipped, all others are tried again. The last line
     * of an id counts; at the end the file has one line for each, unless it cannot be replaced. A file beside it, with
     * {@code .lock} at the end of its name, keeps other runs away. Ids are written as they are: one that begins with
     * {@code =} is a formula to a spreadsheet.
     *
     * @param file made when it does not exist; its columns are {@code recordingId, operation, result, status, statusCode,
     *     detail, time}
     * @return a copy
     */
    BulkRun resultFile(Path file);

    /**
     * Says how many ids there are, for {@link BulkProgress#total()}. Collections say it by themselves.
     *
     * @param ids 0 or more
     * @return a copy
     */
    BulkRun total(long ids);

    /**
     * Is told the final outcome of each id of this run; not of those that were skipped.
     *
     * @param listener called on the executing thread; what it throws ends the run
     * @return a copy
     */
    BulkRun onOutcome(Consumer<RecordingOutcome> listener);

    /**
     * Is told how far it is, after each outcome.
     *
     * @param listener called on the executing thread; what it throws ends the run
     * @return a copy
     */
    BulkRun onProgress(Consumer<BulkProgress> listener);

    /**
     * Runs. When the thread is interrupted, the run ends; what was done is in the report, and the flag of the thread stays
     * set.
     *
     * @return what came of it
     * @throws IllegalArgumentException when the result file is of another kind or operation
     * @throws IllegalStateException when another run has the result file
     * @throws StorageException when the result file cannot be read or written
     */
    BulkReport execute();

    /**
     * Runs on another thread. Cancelling the future interrupts the run.
     *
     * @return the report to come, or what {@link #execute()} throws
     */
    CompletableFuture<BulkReport> executeAsync();
}
