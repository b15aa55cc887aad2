package io.github.multicloudcx.core.internal.json;

import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A stream over pages, each of which is opened when the one before it is used up. */
public final class ItemStream<T> {
    private final LongFunction<ItemSource<T>> pages;
    private final NextPage nextPage;
    private final boolean paged;
    private @Nullable Long index;
    private @Nullable ItemSource<T> page;
    private @Nullable RuntimeException failure;

    public ItemStream(LongFunction<ItemSource<T>> pages, NextPage nextPage, long from, boolean paged) {
        this.pages = pages;
        this.nextPage = nextPage;
        this.index = from;
        this.paged = paged;
    }

    /** Finds the index of the page after one that began at an index, or null. */
    public interface NextPage {
        @Nullable
        Long after(long items, @Nullable Long total, long from);
    }

    public Stream<T> stream() {
        Spliterator<T> items =
                new Spliterators.AbstractSpliterator<>(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL) {
                    @Override
                    public boolean tryAdvance(Consumer<? super T> action) {
                        T item = nextOrFailure();
                        if (item == null) {
                            return false;
                        }
                        action.accept(item);
                        return true;
                    }
                };
        return StreamSupport.stream(items, false).onClose(this::close);
    }

    /** What failed once fails again: those who go on must not take it for the end. */
    private @Nullable T nextOrFailure() {
        if (failure != null) {
            throw failure;
        }
        try {
            return next();
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        }
    }

    private @Nullable T next() {
        while (index != null) {
            ItemSource<T> current = page;
            if (current == null) {
                current = pages.apply(index);
                page = current;
            }
            T item = current.next();
            if (item != null) {
                return item;
            }
            index = paged ? nextPage.after(current.read(), current.total(), index) : null;
            closePage();
        }
        return null;
    }

    private void close() {
        index = null;
        closePage();
    }

    private void closePage() {
        ItemSource<T> current = page;
        page = null;
        if (current != null) {
            current.close();
        }
    }
}
