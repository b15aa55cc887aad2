package io.github.multicloudcx.core;

import io.github.multicloudcx.core.internal.check.Require;

/**
 * How a list is cut into pages.
 *
 * @param items field that holds the items
 * @param from query parameter for the index of the first item
 * @param size query parameter for the number of items in a page
 */
public record Paging(String items, String from, String size) {
    /**
     * Checks and copies.
     *
     * @param items field that holds the items
     * @param from query parameter for the index of the first item
     * @param size query parameter for the number of items in a page
     */
    public Paging {
        Require.text(items, "items");
        Require.text(from, "from");
        Require.text(size, "size");
    }
}
