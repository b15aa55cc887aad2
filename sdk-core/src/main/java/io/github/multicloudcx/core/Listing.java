package io.github.multicloudcx.core;

import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.core.internal.pipeline.Calls;
import io.github.multicloudcx.core.internal.pipeline.Connection;
import io.github.multicloudcx.core.internal.pipeline.SpecBuilder;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A list of the server. {@link #page()} gets one page, {@link #stream()} all of them.
 *
 * @param <T> type of the items
 */
public final class Listing<T> {
    private final Connection connection;
    private final SpecBuilder spec;
    private final Paging paging;
    private final Class<T> type;
    private final @Nullable Long from;
    private final @Nullable Long size;

    Listing(
            Connection connection,
            SpecBuilder spec,
            Paging paging,
            Class<T> type,
            @Nullable Long from,
            @Nullable Long size) {
        this.connection = connection;
        this.spec = spec;
        this.paging = paging;
        this.type = type;
        this.from = from;
        this.size = size;
    }

    /**
     * Begins elsewhere than at the first item, for example where an earlier page said that the next one begins.
     *
     * @param index 0 or more
     * @return a copy
     */
    public Listing<T> from(long index) {
        return new Listing<>(connection, spec, paging, type, Require.notNegative(index, "from"), size);
    }

    /**
     * Sets how many items a page holds. Without it the server decides; mostly everything comes at once.
     *
     * @param items 1 or more
     * @return a copy
     */
    public Listing<T> size(long items) {
        return new Listing<>(connection, spec, paging, type, from, Require.positive(items, "size"));
    }

    /**
     * Gets one page.
     *
     * @return the call
     */
    public Call<Page<T>> page() {
        return calls(from).page(paging.items(), type, first(), size);
    }

    /**
     * Gets everything, lazily: the first request is sent when the first item is asked for, and items are read as they
     * arrive, so that a million of them need a few megabytes of memory. While it is read, the stream holds a connection;
     * it lets go at the end, on an error and on {@link Stream#close()}. Close it when you may stop early.
     *
     * @return the items
     */
    public Stream<T> stream() {
        return Calls.stream(index -> calls(index).items(paging.items(), type), first(), size);
    }

    private long first() {
        return from == null ? 0 : from;
    }

    private Calls calls(@Nullable Long index) {
        SpecBuilder request = spec.copy();
        if (index != null && (from != null || index > 0)) {
            request.query(paging.from(), index.toString());
        }
        if (size != null) {
            request.query(paging.size(), size.toString());
        }
        return new Calls(connection, request);
    }
}
