package io.github.multicloudcx.udm.internal;

import io.github.multicloudcx.core.ApiRequest;
import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.udm.Lookups;
import io.github.multicloudcx.udm.model.LookupList;
import org.jspecify.annotations.Nullable;

class DefaultLookups implements Lookups {
    final ExportRequests requests;

    DefaultLookups(ExportRequests requests) {
        this.requests = requests;
    }

    @Override
    public Call<LookupList> jobStatuses() {
        return list(requests.get("/data/job-statuses"));
    }

    @Override
    public Call<LookupList> sources() {
        return list(requests.get("/data/sources"));
    }

    @Override
    public Call<LookupList> types(@Nullable String source) {
        return list(requests.get("/data/types").query("source", optional(source, "source")));
    }

    @Override
    public Call<LookupList> subTypes(@Nullable String dataType, @Nullable String source) {
        return list(requests.get("/data/sub-types")
                .query("dataType", optional(dataType, "dataType"))
                .query("source", optional(source, "source")));
    }

    static @Nullable String optional(@Nullable String value, String name) {
        return value == null ? null : Require.text(value, name);
    }

    static Call<LookupList> list(ApiRequest request) {
        return request.returningJson().map(LookupList::new);
    }
}
