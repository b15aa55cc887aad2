package io.github.multicloudcx.core.internal.json;

import org.jspecify.annotations.Nullable;

/** Items of one page, one after the other. It holds a connection until it is closed. */
public interface ItemSource<T> extends AutoCloseable {
    /** The next item, or null at the end of the page. */
    @Nullable
    T next();

    /** How many elements have been read, skipped nulls included: the place in the list. */
    long read();

    /** The number of all records as far as it has been met, or null. */
    @Nullable
    Long total();

    @Override
    void close();
}
