package io.github.multicloudcx.udm.export;

/** What an {@link ExportRun} is doing, in the order in which it does it. */
public enum ExportPhase {
    /** The job is created, or looked for where an earlier run may have created it. */
    CREATE,
    /** The job runs on the server. */
    WAIT,
    /** The parts of the export are downloaded. */
    DOWNLOAD,
    /** Everything is decrypted and checked, and nothing handed over yet. */
    VERIFY,
    /** The records are handed over. */
    DELIVER,
    /** Nothing is left to do. */
    DONE
}
