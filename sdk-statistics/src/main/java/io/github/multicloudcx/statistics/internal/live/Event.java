package io.github.multicloudcx.statistics.internal.live;

/** What the supervisor has to deal with. */
sealed interface Event {
    /** A connection is over, which it says itself; this wakes the supervisor up. */
    record Lost() implements Event {}

    /**
     * A connection works again after a poll had failed.
     *
     * @param connection which
     */
    record Restored(LiveConnection connection) implements Event {}

    /**
     * The service is available again, or it is time to find out.
     *
     * @param connection where
     */
    record Available(LiveConnection connection) implements Event {}

    /**
     * Time to look whether silence is golden.
     *
     * @param connection where
     */
    record Verify(LiveConnection connection) implements Event {}

    /**
     * Time to ask again for what the server did not give.
     *
     * @param connection where
     */
    record AskForMissing(LiveConnection connection) implements Event {}

    /**
     * Something to do between other events.
     *
     * @param work what
     * @param abandon called in its place when nothing is done any more
     */
    record Task(Runnable work, Runnable abandon) implements Event {}

    /**
     * Time to try again.
     *
     * @param attempt for the how manieth time
     */
    record Retry(int attempt) implements Event {}

    /** Time to end. */
    record Close() implements Event {}
}
