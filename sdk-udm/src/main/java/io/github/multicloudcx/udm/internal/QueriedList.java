package io.github.multicloudcx.udm.internal;

import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.Listing;
import io.github.multicloudcx.core.Page;
import io.github.multicloudcx.udm.ItemList;
import java.util.stream.Stream;

/** What all lists have in common. */
abstract class QueriedList<T, L extends ItemList<T, L>> implements ItemList<T, L> {
    final ExportRequests requests;
    final ListQuery query;

    QueriedList(ExportRequests requests, ListQuery query) {
        this.requests = requests;
        this.query = query;
    }

    abstract L with(ListQuery changed);

    abstract Listing<T> listing();

    final L with(String name, String value) {
        requests.generation().checkFilter(name);
        return with(query.with(name, value));
    }

    @Override
    public L orderBy(String field) {
        return with("orderField", field);
    }

    @Override
    public L ascending() {
        return with("descAsc", "false");
    }

    @Override
    public L descending() {
        return with("descAsc", "true");
    }

    @Override
    public L bgUpdate(String value) {
        return with("bgUpdate", value);
    }

    @Override
    public L from(long index) {
        return with(query.from(index));
    }

    @Override
    public L size(long items) {
        return with(query.size(items));
    }

    @Override
    public Call<Page<T>> page() {
        return listing().page();
    }

    @Override
    public Stream<T> stream() {
        return listing().stream();
    }
}
