package io.github.multicloudcx.core;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param <T> type of the items
 * @param items what the page holds; empty for an answer 204
 * @param count number of all records as the server gives it, or null when it does not
 * @param from index of the first item
 * @param next index at which the next page begins, or null when this is the last one
 */
public record Page<T>(
        List<T> items,
        @Nullable Long count,
        long from,
        @Nullable Long next) {
    /**
     * Checks and copies.
     *
     * @param items what the page holds; empty for an answer 204
     * @param count number of all records as the server gives it, or null when it does not
     * @param from index of the first item
     * @param next index at which the next page begins, or null when this is the last one
     */
    public Page {
        items = Collections.unmodifiableList(new ArrayList<>(items));
    }

    /**
     * Tells whether there is more.
     *
     * @return true when {@link #next()} is not null
     */
    public boolean hasNext() {
        return next != null;
    }
}
