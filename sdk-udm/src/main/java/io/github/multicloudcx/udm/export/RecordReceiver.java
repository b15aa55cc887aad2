package io.github.multicloudcx.udm.export;

import io.github.multicloudcx.udm.archive.ExportRecord;
import java.io.IOException;

/**
 * Takes the records of an export. It gets them only after the whole export was downloaded, decrypted and verified.
 *
 * <p>A run that is cut off while it delivers begins again: the next run calls {@link #begin()} and delivers every record
 * from the first one. So a receiver writes to a place of its own, replaces there what an earlier run left, and publishes in
 * {@link #complete()}. It can happen that a run is cut off right after {@code complete()}; then all of it comes once more.
 */
@FunctionalInterface
public interface RecordReceiver {
    /**
     * Begins; called before the first record, also when there is none.
     *
     * @throws IOException when it cannot begin; the run ends
     */
    default void begin() throws IOException {}

    /**
     * Takes a record. Records come in the order of the archive, on the thread that executes the run.
     *
     * @param record the record
     * @throws IOException when it cannot be taken; the run ends
     */
    void accept(ExportRecord record) throws IOException;

    /**
     * Publishes; called after the last record.
     *
     * @throws IOException when it cannot publish; the run ends, and the next one delivers again
     */
    default void complete() throws IOException {}

    /**
     * Gives up what was begun; called when the run ends before {@link #complete()} did, unless the process is killed.
     *
     * @throws IOException when it cannot; attached to what ended the run
     */
    default void abandon() throws IOException {}
}
