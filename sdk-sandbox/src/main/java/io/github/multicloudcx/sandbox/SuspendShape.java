package io.github.multicloudcx.sandbox;

/** What suspending and resuming a job through v4 answers; the references do not agree. v10 always answers the job. */
public enum SuspendShape {
    /** What the reference of each service says: {@code /udm} a bare status, {@code /data-download} the job. */
    AUTOMATIC,
    /** Always {@code {"status":{"code":0,"detail":{},"message":"successful"}}}. */
    STATUS,
    /** Always the job record, JobInfo. */
    JOB_INFO
}
