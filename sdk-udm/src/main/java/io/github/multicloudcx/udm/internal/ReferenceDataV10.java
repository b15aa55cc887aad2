package io.github.multicloudcx.udm.internal;

import io.github.multicloudcx.core.ApiRequest;
import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.udm.ReferenceData;
import io.github.multicloudcx.udm.model.LookupList;
import org.jspecify.annotations.Nullable;

final class ReferenceDataV10 implements ReferenceData {
    private final UdmRequests requests;

    ReferenceDataV10(UdmRequests requests) {
        this.requests = requests;
    }

    @Override
    public Call<LookupList> attributes(@Nullable String entities) {
        return list(requests.get("/data/attributes").query("entities", optional(entities, "entities")));
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

    @Override
    public Call<LookupList> labels() {
        return list(requests.get("/resources/labels"));
    }

    private static @Nullable String optional(@Nullable String value, String name) {
        return value == null ? null : Require.text(value, name);
    }

    private static Call<LookupList> list(ApiRequest request) {
        return request.returningJson().map(LookupList::new);
    }
}
