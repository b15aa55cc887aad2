package io.github.multicloudcx.benchmarks.compare;

/** One of those that do the same work in different ways. */
public interface Contender extends AutoCloseable {
    /** What it is called in the report. */
    String name();

    /**
     * Does the work once, on the calling thread.
     *
     * @return what came of it, so that nothing is left out
     */
    Object call() throws Exception;

    @Override
    default void close() {}
}
