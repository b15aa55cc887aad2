package io.github.multicloudcx.sandbox;

/** What asking for one job through v4 answers; the references do not agree. v10 always answers the job record. */
public enum JobShape {
    /** What the reference of each service says: {@code /udm} the definition, {@code /data-download} the record. */
    AUTOMATIC,
    /** Always the job as it was asked for, with its id. */
    DEFINITION,
    /** Always the job record, JobInfo. */
    JOB_INFO
}
