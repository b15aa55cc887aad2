package io.github.multicloudcx.udm;

import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.Page;
import java.util.stream.Stream;

/**
 * A list to be filtered, sorted and got. It is immutable: each method returns a copy, and nothing is sent before
 * {@link #stream()} is read or {@link #page()} is executed.
 *
 * @param <T> type of the items
 * @param <L> type of the list
 */
public interface ItemList<T, L extends ItemList<T, L>> {
    /**
     * Sorts.
     *
     * @param field name of a field of the items, for example {@code createdDate}; servers do not sort by {@code id}
     * @return a copy
     */
    L orderBy(String field);

    /**
     * Sorts from low to high; sent as {@code descAsc=false}.
     *
     * @return a copy
     */
    L ascending();

    /**
     * Sorts from high to low; sent as {@code descAsc=true}.
     *
     * @return a copy
     */
    L descending();

    /**
     * Sets the parameter {@code bgUpdate}, which the reference does not describe.
     *
     * @param value sent as it is, not blank
     * @return a copy
     * @throws UnsupportedOperationException when the generation is older than v10
     */
    L bgUpdate(String value);

    /**
     * Begins elsewhere than at the first item.
     *
     * @param index 0 or more
     * @return a copy
     */
    L from(long index);

    /**
     * Sets how many items a page holds. Without it everything comes at once.
     *
     * @param items 1 or more
     * @return a copy
     */
    L size(long items);

    /**
     * Gets one page; an empty one when there is nothing.
     *
     * @return the call
     */
    Call<Page<T>> page();

    /**
     * Gets everything, lazily, page after page. The stream holds a connection while it is read: close it when you may
     * stop early.
     *
     * @return the items
     */
    Stream<T> stream();
}
