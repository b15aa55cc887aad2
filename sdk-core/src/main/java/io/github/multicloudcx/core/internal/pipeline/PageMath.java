package io.github.multicloudcx.core.internal.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the next page begins. */
final class PageMath {
    private PageMath() {}

    /** A page of so many elements, some of which may be nulls that are not among the items. */
    static <T> Page<T> page(List<T> items, long elements, JsonNode envelope, long asked, @Nullable Long size) {
        JsonNode count = envelope.path("count");
        Long total = count.isIntegralNumber() ? Long.valueOf(count.longValue()) : null;
        return new Page<>(items, total, asked, next(elements, total, asked, size));
    }

    /**
     * An empty page in the middle is skipped by a whole page size; without a count a page that is not full is the last.
     */
    static @Nullable Long next(long items, @Nullable Long total, long from, @Nullable Long size) {
        long step = items == 0 && size != null ? size : items;
        if (step == 0) {
            return null;
        }
        boolean more = total == null ? size != null && items >= size : from + step < total;
        return more ? Long.valueOf(from + step) : null;
    }
}
