package io.github.multicloudcx.grs.rollout;

/** What came of deploying to one target, or of taking that back. */
public enum StepResult {
    /** Nothing was sent. */
    NOT_STARTED,
    /** It is done: the history says SUCCESS. */
    DONE,
    /** Some engines of the cluster have it, others have not: the history says PARTIAL. */
    PARTIAL,
    /** The history says FAILED. */
    FAILED,
    /** The server did not take the deployment on. */
    REFUSED,
    /** Nobody knows: it did not end in time, its answer was lost and it is not in the history, or waiting was cut short. */
    UNKNOWN
}
