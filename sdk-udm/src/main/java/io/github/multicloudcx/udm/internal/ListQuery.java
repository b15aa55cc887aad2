package io.github.multicloudcx.udm.internal;

import io.github.multicloudcx.core.ApiRequest;
import io.github.multicloudcx.core.Listing;
import io.github.multicloudcx.core.Paging;
import io.github.multicloudcx.core.internal.check.Require;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a list is asked for.
 *
 * @param parameters query parameters in the order in which they were set
 * @param from index of the first item, or null
 * @param size number of items in a page, or null
 */
record ListQuery(
        Map<String, String> parameters,
        @Nullable Long from,
        @Nullable Long size) {
    static final ListQuery EMPTY = new ListQuery(Map.of(), null, null);

    private static final Paging PAGING = new Paging("items", "from", "size");

    ListQuery with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.put(name, Require.text(value, name));
        return new ListQuery(Collections.unmodifiableMap(more), from, size);
    }

    @Nullable
    String get(String name) {
        return parameters.get(name);
    }

    ListQuery from(long index) {
        return new ListQuery(parameters, Require.notNegative(index, "from"), size);
    }

    ListQuery size(long items) {
        return new ListQuery(parameters, from, Require.positive(items, "size"));
    }

    <T> Listing<T> listing(ApiRequest request, Class<T> type) {
        ApiRequest filtered = request;
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            filtered = filtered.query(parameter.getKey(), parameter.getValue());
        }
        Listing<T> listing = filtered.listing(PAGING, type);
        Listing<T> moved = from == null ? listing : listing.from(from);
        return size == null ? moved : moved.size(size);
    }
}
